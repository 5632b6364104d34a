using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Wednesdays;

/// <summary>People at work in an office: each sits down anew for what he says, as tokens end with the machine time that tests move.</summary>
internal sealed class OfficeDay(OfficeUnderTest office)
{
    /// <summary>The noon slot of 16 September 2020, a Wednesday.</summary>
    public static readonly Slot Noon = new(new DutyId("mwf-report"), new LocalDateTime(2020, 9, 16, 12, 0));

    /// <summary>The leads of that day.</summary>
    public static readonly string LeadDuty = "daily-lead";

    /// <summary>Opens the private chats of those who can be reached that day.</summary>
    public async Task ArriveAsync(params string[] people)
    {
        foreach (var person in people)
        {
            await (await office.SitAsync(person, false)).OpenAsync();
        }
    }

    /// <summary>Says it in the group.</summary>
    public async Task<Heard> InGroupAsync(string person, string text) => await (await office.SitAsync(person, true)).SayAsync(text);

    /// <summary>Says it to the bot alone.</summary>
    public async Task<Heard> PrivatelyAsync(string person, string text) => await (await office.SitAsync(person, false)).SayAsync(text);

    /// <summary>Moves the clock to a time of the day, or to a day and time, and gives what was sent on the way.</summary>
    public async Task<IReadOnlyList<SentReply>> AtAsync(string time)
    {
        var before = office.Sent.Newest;
        await office.MoveClockAsync(time);
        return office.Sent.After(before);
    }

    /// <summary>Lets what is due happen, and gives what was sent.</summary>
    public async Task<IReadOnlyList<SentReply>> BeatAsync()
    {
        var before = office.Sent.Newest;
        await office.BeatAsync();
        return office.Sent.After(before);
    }

    /// <summary>Lets minutes pass one by one, machine time and office time together, until something holds; fails after <paramref name="atMost"/>.</summary>
    public async Task PassAsync(int atMost, Func<bool> until)
    {
        for (var minute = 0; minute < atMost; minute++)
        {
            if (until())
            {
                return;
            }

            office.Machine.Advance(TimeSpan.FromMinutes(1));
            await office.BeatAsync();
        }

        until().Should().BeTrue($"it should happen within {atMost} minutes; it is {office.Now} now");
    }

    /// <summary>Row id of a person.</summary>
    public long IdOf(string person) => office.Roster.People.First(p => p.Name == person).Id.Value;

    /// <summary>The standing of a unit at a slot, by its short name.</summary>
    public Standing StandingOf(Slot slot, string unit) =>
        office.Read(l => l.Filings.StandingsOf(slot).Single(s => l.Roster[s.Unit].ShortName == unit));
}
