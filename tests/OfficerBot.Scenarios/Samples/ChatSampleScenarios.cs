using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Samples;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Samples;

/// <summary>Every <c>dialogs/**/samples/*.chat</c> through the real endpoint, each in an office of its own.</summary>
public sealed class ChatSampleScenarios
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogs");
    private static readonly (IReadOnlyList<ChatSample> Samples, IReadOnlyList<Problem> Problems) Read = ChatSampleFile.ReadFolder(Folder);

    public static TheoryData<string> Names => new(Read.Samples.Select(s => s.Name));

    [Fact]
    public void Every_sample_can_be_read() => Read.Problems.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_service_answers_as_the_sample_says(string name)
    {
        var sample = Read.Samples.Single(s => s.Name == name);
        await using var office = await OfficeUnderTest.OpenAsync(new() { Clock = sample.Clock.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) });

        (await new ChatRunner(office, sample, new ReplyShelf(Folder, null).Current).RunAsync()).Should().BeEmpty(sample.About);
    }
}
