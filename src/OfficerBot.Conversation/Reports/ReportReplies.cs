using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reports;

/// <summary>The paper as text.</summary>
/// <param name="Text">In the paper's own words.</param>
/// <param name="Cut">Said when the text goes on in the file.</param>
public sealed record ReportText(string Text, Reply? Cut) : Reply;

/// <summary>The text was cut; the whole is in the file.</summary>
public sealed record ReportCut : Reply;

/// <summary>Figures of a draft, below its text, with what can be done.</summary>
/// <param name="Left">Leads left out by hand; null for none.</param>
/// <param name="Correction">Said of a 更正版; else null.</param>
public sealed record ReportDraftShown(
    IReadOnlyDictionary<string, string> Unit, LocalDate Day, LocalTime Due, int Issue, int Leads, int Pictures, Reply? Left, Reply? Correction) : Reply;

/// <summary>Leads left out by hand.</summary>
public sealed record ReportLeft(IReadOnlyList<string> Numbers) : Reply;

/// <summary>The draft is a 更正版.</summary>
public sealed record IsCorrection : Reply;

/// <summary>A draft was changed.</summary>
/// <param name="Done">What was done, one line each.</param>
public sealed record ReportEdited(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> Done, int Leads, int Pictures, int Paragraphs) : Reply;

/// <summary>A lead was left out.</summary>
public sealed record ItemDropped(string Number, string Title) : Reply;

/// <summary>A lead was taken back in.</summary>
public sealed record ItemRestored(string Number) : Reply;

/// <summary>A lead is printed under another title.</summary>
public sealed record ItemRetitled(string Number, string Title) : Reply;

/// <summary>The whole report has another title.</summary>
public sealed record ReportRetitled(string Title) : Reply;

/// <summary>A paragraph was added.</summary>
public sealed record ParagraphAdded(string Text) : Reply;

/// <summary>Pictures were added to the report itself.</summary>
public sealed record ReportPicturesAdded(int Count) : Reply;

/// <summary>A change of the weekly report, which is compiled from the books and holds nothing written by hand.</summary>
public sealed record WeeklyIsCompiled : Reply;

/// <summary>A change without its words.</summary>
public sealed record ReportChangeWhat : Reply;

/// <summary>A change of an item without its number.</summary>
public sealed record WhichItem(IReadOnlyList<string> Numbers) : Reply;

/// <summary>A number that the report's period does not hold.</summary>
public sealed record NotInReport(string Number, LocalDateTime From) : Reply;

/// <summary>Asked without saying whose report; the units that owe one.</summary>
public sealed record WhichReport(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Kinds of report asked for that the bot does not make.</summary>
public sealed record OnlyTheseReports : Reply;

/// <summary>Reports go nowhere but to the mailbox of the notice.</summary>
public sealed record OnlyToMailbox(string Mailbox) : Reply;
