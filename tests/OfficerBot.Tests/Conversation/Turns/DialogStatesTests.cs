using OfficerBot.Conversation.Contacts;
using OfficerBot.Conversation.Corrections;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Tests.Conversation.Turns;

public class DialogStatesTests
{
    public static TheoryData<DialogState> Samples =>
    [
        new JustFiled([3, 4], 1_600_216_200_000),
        new AskedIsLead("河边又清了一车垃圾\n“拍手叫好”", 7, "c|0000012", [new Picture("ab12", "image/png", "河边.png", 2048)]),
        new ContactChoice([14, 3]),
        new AskedZero([5], "2020-09-15"),
        new JustWithdrawn([3, 4], 1_600_216_200_000),
        new RemindWhom(new RemindAsked("lead", [2], ["镇"], "2020-09-15", "2020-09-16", new LeftOutUnits([7], ["街道"])), [14, 3]),
        new ReportShown(12, 4, 3),
        new WeeklyDraftShown(13),
        new AskedExcuseReason(5, "2020-09-16", "2020-09-18", "lead"),
        new AskedCorrectionReason(5, "mwf-report", "2020-09-16", 0, 0),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_state_comes_back_from_its_text_as_it_was(DialogState state)
    {
        var (name, json) = DialogStates.Write(state);
        DialogStates.Read(name, DialogStates.Version, json).Should().BeEquivalentTo(state, o => o.RespectingRuntimeTypes());
    }

    [Fact]
    public void A_state_of_another_version_is_dropped_and_asked_again()
    {
        var (name, json) = DialogStates.Write(new ContactChoice([1]));
        DialogStates.Read(name, DialogStates.Version + 1, json).Should().BeNull();
        DialogStates.Read("NoSuchState", DialogStates.Version, json).Should().BeNull();
    }
}
