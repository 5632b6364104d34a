using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using OfficerBot.Scenarios.Office;
using OfficerBot.Scenarios.Samples;

namespace OfficerBot.Scenarios.Operating;

/// <summary>What the service lets go of by itself, and what it must not.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_conversation_nobody_comes_back_to_is_over_after_a_day_but_no_room_of_the_group_and_none_in_which_an_officer_is_reminded()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        var passerBy = await office.SitAsStrangerAsync("河边过客", false);
        await passerBy.OpenAsync();
        var officer = await office.SitAsync("周晓燕", false);
        var group = await office.SitAsync("周晓燕", true);
        await officer.SayAsync("线索：白沙镇清理河道垃圾3吨。");
        await group.SayAsync("线索：白沙镇志愿者上路巡查。");

        office.Machine.Advance(TimeSpan.FromHours(23));
        await TidyAsync(office);
        (await StatusAsync(office, passerBy.Conversation)).Should().Be(200);
        office.Machine.Advance(TimeSpan.FromHours(2));
        await TidyAsync(office);

        (await StatusAsync(office, passerBy.Conversation)).Should().Be(404);
        (await StatusAsync(office, officer.Conversation)).Should().Be(200);
        (await StatusAsync(office, group.Conversation)).Should().Be(200);
        Number(office, $"select count(*) from direct_line_activity where conversation_id = '{passerBy.Conversation}'").Should().Be(0);

        office.Machine.Advance(TimeSpan.FromDays(8));
        await TidyAsync(office);
        Number(office, $"select count(*) from direct_line_conversation where id = '{passerBy.Conversation}'").Should().Be(0);
        (await StatusAsync(office, passerBy.Conversation)).Should().Be(404);
    }

    [Fact]
    public async Task An_open_window_keeps_a_conversation_and_closing_it_lets_it_go()
    {
        await using var office = await OfficeUnderTest.OpenAsync(new() { More = ["--DirectLine:TokenMinutes", "1440", "--Retention:ConversationHours", "2"] });
        var passerBy = await office.SitAsStrangerAsync("河边过客", false);
        using (await passerBy.ListenAsync())
        {
            office.Machine.Advance(TimeSpan.FromHours(3));
            await TidyAsync(office);
            (await StatusAsync(office, passerBy.Conversation)).Should().Be(200);
        }

        await office.RestartAsync(); // nobody is connected any more
        await TidyAsync(office);
        (await StatusAsync(office, passerBy.Conversation)).Should().Be(404);
    }

    [Fact]
    public async Task The_samples_stranger_gets_another_room_when_his_has_expired()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        var before = await office.SitAsync("stranger", false);
        await before.OpenAsync();
        office.Machine.Advance(TimeSpan.FromHours(25));
        await TidyAsync(office);

        var after = await office.SitAsync("stranger", false);

        after.Conversation.Should().NotBe(before.Conversation);
        (await after.OpenAsync()).Names.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_file_that_became_part_of_a_lead_stays_and_one_that_became_nothing_goes_with_its_bytes()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        var officer = await office.SitAsync("周晓燕", false);
        await officer.SayAsync("线索：白沙镇清理河道垃圾3吨。", ("河道.png", "image/png", MadeUpPicture.Of("河道")));
        await officer.SayAsync("在吗", ("闲话.txt", "text/plain", Encoding.UTF8.GetBytes("与线索无关的几句话")));
        var addresses = (await officer.ReadAsync()).Where(a => a.TryGetProperty("attachments", out _))
            .SelectMany(a => a.GetProperty("attachments").EnumerateArray()).Where(a => a.TryGetProperty("contentUrl", out _))
            .Select(a => a.GetProperty("contentUrl").GetString()!).ToList(); // all have one
        var picture = addresses.Single(a => a.EndsWith(".png", StringComparison.Ordinal));
        var chatter = addresses.Single(a => a.EndsWith(".txt", StringComparison.Ordinal));
        (await GetAsync(chatter)).Should().Be(200);
        var files = Files(office);

        office.Machine.Advance(TimeSpan.FromHours(23));
        await TidyAsync(office);
        office.Machine.Advance(TimeSpan.FromHours(2));
        await TidyAsync(office);
        (await GetAsync(picture)).Should().Be(200);
        (await GetAsync(chatter)).Should().Be(404);
        Files(office).Should().Be(files, "a backup begun before may still point to it");

        office.Machine.Advance(TimeSpan.FromHours(25));
        await TidyAsync(office);
        Files(office).Should().Be(files - 1);
        (await GetAsync(picture)).Should().Be(200);
    }

    [Fact]
    public async Task Old_messages_lose_their_words_and_keep_their_keys()
    {
        await using var office = await OfficeUnderTest.OpenAsync(new() { More = ["--Retention:MessageDays", "1"] });
        var officer = await office.SitAsync("周晓燕", false);
        await officer.SayAsync("线索：白沙镇清理河道垃圾3吨。");
        const string Worded = "select count(*) from outgoing where rendered like '%0916-01%'";
        Number(office, Worded).Should().BePositive();
        var rows = Number(office, "select count(*) from outgoing");

        office.Machine.Advance(TimeSpan.FromHours(26));
        await TidyAsync(office);

        Number(office, Worded).Should().Be(0);
        Number(office, "select count(*) from outgoing where unique_key <> ''").Should().BeGreaterThanOrEqualTo(rows);
        (await StatusAsync(office, officer.Conversation)).Should().Be(200);
    }

    // A beat does a little; the job is done when it finds nothing more.
    private static async Task TidyAsync(OfficeUnderTest office)
    {
        for (var i = 0; i < 8; i++)
        {
            await office.BeatAsync();
        }
    }

    private static async Task<int> StatusAsync(OfficeUnderTest office, string conversation)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", office.Secret);
        using var answer = await http.GetAsync(new Uri(office.Root, $"v3/directline/conversations/{conversation}/activities"));
        return (int)answer.StatusCode;
    }

    private static async Task<int> GetAsync(string address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address));
        return (int)answer.StatusCode;
    }

    private static long Number(OfficeUnderTest office, string sql) => Ask(office.DatabasePath, sql);

    private static long Files(OfficeUnderTest office) => Ask(Path.ChangeExtension(office.DatabasePath, ".files.db"), "select count(*) from file");

    private static long Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!; // a count always has a row
    }
}
