using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Leads;

/// <summary>The receipt: number, category with one word to change it, where the unit stands.</summary>
/// <param name="Notes">Zero report replaced, made up, pictures, filed for another; usually empty.</param>
public sealed record LeadFiled(
    string Number, IReadOnlyDictionary<string, string> Category, IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, IReadOnlyList<Reply> Notes) : Reply;

/// <summary>The receipt of several items.</summary>
public sealed record LeadsFiled(int Items, IReadOnlyList<Reply> Leads, IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, IReadOnlyList<Reply> Notes) : Reply;

/// <summary>The receipt of one lead of several lines without numbers, each of which could be a lead of its own.</summary>
public sealed record LeadFiledAsOne(Reply Receipt, int Lines, string Number) : Reply;

/// <summary>One lead of several lines was made several.</summary>
/// <param name="Notes">Who was told of what was credited to another unit; usually empty.</param>
public sealed record LeadSplit(
    int Items, IReadOnlyList<Reply> Leads, IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, IReadOnlyList<Reply> Notes) : Reply;

/// <summary>Asked to split a lead that had several lines and was split or changed since.</summary>
public sealed record SplitBefore(string Number, string Title) : Reply;

/// <summary>The lead was changed since the receipt offered to split it, and has another number of lines now.</summary>
public sealed record LinesNow(string Number, int Lines) : Reply;

/// <summary>There is nothing to split.</summary>
public sealed record CannotSplit(string Number) : Reply;

/// <summary>One item of several.</summary>
public sealed record LeadFiledLine(string Number, IReadOnlyDictionary<string, string> Category, string Title) : Reply;

/// <summary>One item of several that was filed before.</summary>
public sealed record LeadDuplicateLine(string Number, string Title) : Reply;

/// <summary>One item of several that was refused.</summary>
public sealed record LeadRefusedLine(string Title, Reply Why) : Reply;

/// <summary>The same text the same day: the old number.</summary>
public sealed record LeadDuplicate(string Number, LocalTime At) : Reply;

/// <summary>Part of a receipt: it took the place of a zero report.</summary>
public sealed record ReplacedZero : Reply;

/// <summary>Part of a receipt: counted for an earlier day that was closed.</summary>
public sealed record MadeUp(LocalDate Day) : Reply;

/// <summary>Part of a receipt: pictures that belong to it.</summary>
public sealed record WithPictures(int Pictures) : Reply;

/// <summary>Part of a receipt: credited to another unit, whose officer is told.</summary>
public sealed record ForAnotherUnit(IReadOnlyDictionary<string, string> Officer) : Reply;

/// <summary>To the officer of a unit somebody else filed a lead for.</summary>
public sealed record FiledForYou(IReadOnlyDictionary<string, string> By, string Number, string Title, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Probably a lead, said to nobody: asked in private.</summary>
public sealed record IsThisALead(string Title) : Reply;

/// <summary>Said to the bot alone, neither command nor question: asked whether it is a lead.</summary>
public sealed record MaybeALead(string Title) : Reply;

/// <summary>A zero report was filed.</summary>
public sealed record ZeroFiled(IReadOnlyDictionary<string, string> Unit, Reply Day) : Reply;

/// <summary>Asked whether a zero report is meant.</summary>
public sealed record ZeroAsked(IReadOnlyDictionary<string, string> Unit, Reply Day) : Reply;

/// <summary>It was said already.</summary>
public sealed record ZeroAlready(IReadOnlyDictionary<string, string> Unit, Reply Day) : Reply;

/// <summary>No zero report beside leads.</summary>
public sealed record ZeroBesideLeads(IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, IReadOnlyList<string> Numbers) : Reply;

/// <summary>A message that was no lead was edited into what reads like a report; edits are not filed.</summary>
public sealed record EditNotFiled : Reply;

/// <summary>A lead was changed.</summary>
/// <param name="Moved">Set when it now counts for another unit or day.</param>
public sealed record LeadAmended(
    string Number, int Version, IReadOnlyDictionary<string, string> Category, string Title, Reply? Moved, Reply? Printed) : Reply;

/// <summary>Part of it: what it counts for now.</summary>
public sealed record LeadMoved(IReadOnlyDictionary<string, string> Unit, Reply Day) : Reply;

/// <summary>The message replied to was never filed.</summary>
public sealed record QuotedIsNoLead : Reply;

/// <summary>A picture was spoken of, and none came.</summary>
public sealed record PictureWanted(string Number) : Reply;

/// <summary>The place in the lead that the words should go to was not found.</summary>
public sealed record ChangeWhere(string Number, string Words) : Reply;

/// <summary>It is so already.</summary>
public sealed record LeadUnchanged(string Number) : Reply;

/// <summary>A lead was taken back.</summary>
public sealed record LeadWithdrawn(string Number, string Title, IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, Reply? Printed) : Reply;

/// <summary>A lead that was taken back stands again.</summary>
/// <param name="Zero">Set when a zero report went for it.</param>
public sealed record LeadRestored(string Number, string Title, IReadOnlyDictionary<string, string> Unit, Reply Day, int Count, Reply? Zero) : Reply;

/// <summary>Asked to bring back what was never taken back.</summary>
public sealed record NotWithdrawn(string Number) : Reply;

/// <summary>Asked to bring something back, and the speaker took nothing back today.</summary>
public sealed record NothingWithdrawn : Reply;

/// <summary>Somebody else took it back, who may bring it back.</summary>
public sealed record WithdrawnByAnother(string Number, IReadOnlyDictionary<string, string> Person) : Reply;

/// <summary>It was taken back on an earlier day.</summary>
public sealed record WithdrawnTooLongAgo(string Number, LocalDate Day) : Reply;

/// <summary>A zero report was taken back.</summary>
public sealed record ZeroWithdrawn(IReadOnlyDictionary<string, string> Unit, Reply Day) : Reply;

/// <summary>已发邮箱 was taken back.</summary>
public sealed record TickWithdrawn(IReadOnlyDictionary<string, string> Unit, LocalDate Day) : Reply;

/// <summary>Part of a receipt: a report printing it was confirmed before; the mail is not called back.</summary>
public sealed record PrintedBefore : Reply;

/// <summary>A picture joined a lead.</summary>
public sealed record PictureJoined(string Number, int Pictures) : Reply;

/// <summary>A picture nothing recent belongs to.</summary>
public sealed record PictureAlone : Reply;

/// <summary>No lead of this number, or none to take "the last one" for.</summary>
public sealed record NoSuchLead(string Number) : Reply;

/// <summary>白沙镇那条, and it is not clear which: the unit's numbers of today.</summary>
public sealed record WhichOfUnit(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<string> Numbers) : Reply;

/// <summary>白沙镇那条, and the unit has none today.</summary>
public sealed record UnitHasNone(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>No lead filed by the speaker today.</summary>
public sealed record NoLeadOfYours : Reply;

/// <summary>It was taken back before.</summary>
public sealed record WithdrawnBefore(string Number) : Reply;

/// <summary>What should change was not said.</summary>
public sealed record ChangeWhat(string Number) : Reply;

/// <summary>Refused: the day lies ahead.</summary>
public sealed record DayAhead(LocalDate Day) : Reply;

/// <summary>Refused: the work had not begun.</summary>
public sealed record BeforeBegin(LocalDate Day, LocalDate Begins) : Reply;

/// <summary>Refused: nothing in it.</summary>
public sealed record TextMissing : Reply;

/// <summary>Refused: no such category; those there are.</summary>
public sealed record NoSuchCategory(IReadOnlyList<IReadOnlyDictionary<string, string>> Categories) : Reply;

/// <summary>Refused: no daily duty that day.</summary>
public sealed record NothingDueOn(LocalDate Day) : Reply;

/// <summary>Leads, a line each.</summary>
/// <param name="Of">Whose; null: everybody's.</param>
/// <param name="Asked">The days asked about.</param>
/// <param name="Lines">In the order of their numbers, at most thirty.</param>
/// <param name="More">Set when there are more than shown.</param>
/// <param name="LeftOut">Whose leads are not listed, because the request said so.</param>
public sealed record LeadList(Reply? Of, Reply Asked, int Count, IReadOnlyList<Reply> Lines, Reply? More, Reply? LeftOut) : Reply;

/// <summary>还有呢 after the last page.</summary>
public sealed record NoMoreLeads(int Count) : Reply;

/// <summary>One lead of a list.</summary>
public sealed record LeadLine(string Number, IReadOnlyDictionary<string, string> Unit, string Title, IReadOnlyDictionary<string, string> Category) : Reply;

/// <summary>More leads than shown.</summary>
public sealed record MoreLeads(int Count) : Reply;

/// <summary>How many leads.</summary>
/// <param name="Of">Whose; null: everybody's.</param>
/// <param name="LeftOut">Whose leads were not counted, because the request said so.</param>
public sealed record LeadCount(Reply? Of, Reply Asked, int Count, Reply? LeftOut) : Reply;

/// <summary>Whose leads are listed or counted.</summary>
public sealed record LeadsOf(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Asked before several leads are withdrawn that were not named one by one.</summary>
/// <param name="Kept">What was excepted.</param>
public sealed record WithdrawThese(int Count, IReadOnlyList<string> Numbers, IReadOnlyList<string> Kept) : Reply;

/// <summary>Asked before all leads of a day are withdrawn.</summary>
public sealed record WithdrawAll(Reply Day, int Count, IReadOnlyList<string> Numbers) : Reply;

/// <summary>Asked to withdraw all leads of an earlier day, and he filed none on it.</summary>
public sealed record NoLeadsOn(LocalDate Day) : Reply;

/// <summary>What the request excepted, or said something else of, was left alone.</summary>
public sealed record LeadsLeftAlone(IReadOnlyList<string> Numbers) : Reply;

/// <summary>Only what is not meant was said.</summary>
public sealed record SayWhichLeads : Reply;

/// <summary>Today, as a day.</summary>
public sealed record Today : Reply;

/// <summary>One day.</summary>
public sealed record OnDay(LocalDate Day) : Reply;

/// <summary>Several days.</summary>
public sealed record OnDays(LocalDate First, LocalDate Last) : Reply;

/// <summary>One lead in full.</summary>
public sealed record LeadShown(
    string Number, IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Officer, LocalDateTime Filed, IReadOnlyDictionary<string, string> Category,
    int Version, int Pictures, string Text) : Reply;

/// <summary>我还欠什么: one line a duty.</summary>
public sealed record MyStatus(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> Duties) : Reply;

/// <summary>The same over several days, or days ahead.</summary>
public sealed record MyStatusOver(IReadOnlyDictionary<string, string> Unit, Reply Days, IReadOnlyList<Reply> Duties) : Reply;

/// <summary>One duty over several days.</summary>
/// <param name="Missed">The days it was missed; null when there are none.</param>
public sealed record StatusOverDays(
    IReadOnlyDictionary<string, string> Duty, int Expected, int Reported, int Zero, int Excused, int Missing, Reply? Missed) : Reply;

/// <summary>Where a unit stands among all by its leads of those days.</summary>
public sealed record StatusPlace(int Place, int Units, int Count) : Reply;

/// <summary>The days missed.</summary>
public sealed record StatusMissedDays(IReadOnlyList<string> Days) : Reply;

/// <summary>Days ahead on which a duty falls due.</summary>
public sealed record StatusAhead(IReadOnlyDictionary<string, string> Duty, IReadOnlyList<string> Days) : Reply;

/// <summary>One time ahead by which a duty falls due.</summary>
public sealed record StatusAheadBy(IReadOnlyDictionary<string, string> Duty, LocalDateTime Due) : Reply;

/// <summary>Nothing is owed by this unit on those days.</summary>
public sealed record OwesNothingThen(IReadOnlyDictionary<string, string> Unit, Reply Days) : Reply;

/// <summary>Nothing is owed at all by this unit.</summary>
public sealed record OwesNothing(IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Still to do.</summary>
public sealed record StatusOwes(IReadOnlyDictionary<string, string> Duty, LocalDateTime Due, Duration Left) : Reply;

/// <summary>A daily duty, open until the day ends.</summary>
public sealed record StatusOwesDaily(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>Done.</summary>
public sealed record StatusIn(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>Leads of the day.</summary>
public sealed record StatusLeads(IReadOnlyDictionary<string, string> Duty, LocalDate Day, int Count) : Reply;

/// <summary>Zero report given.</summary>
public sealed record StatusZero(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>Excused.</summary>
public sealed record StatusExcused(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>Confirmed, mail on its way.</summary>
public sealed record StatusOnItsWay(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;

/// <summary>Missed; can be made up.</summary>
public sealed record StatusMissed(IReadOnlyDictionary<string, string> Duty, LocalDate Day) : Reply;
