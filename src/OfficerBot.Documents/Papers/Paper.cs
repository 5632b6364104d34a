using NodaTime;

namespace OfficerBot.Documents.Papers;

/// <summary>
/// One paper of the office before it is a file: the chat preview and the .docx are both made from it, so they cannot differ.
/// All words, numbers and dates are given by the caller as they shall be read; nothing here counts or words anything.
/// </summary>
/// <param name="Title">May hold line feeds to fix its lines; otherwise a long title is broken into balanced lines.</param>
/// <param name="Period">The line under the title, such as （2020年9月14日—9月20日）.</param>
public sealed record Paper(
    Masthead Masthead,
    string Title,
    string? Period,
    IReadOnlyList<Block> Blocks,
    AttachmentList? Attachments,
    Closing? Closing,
    PaperProperties Properties);

/// <summary>报头: what stands above the red rule.</summary>
/// <param name="Mark">内部资料 注意保存, top left.</param>
/// <param name="Name">The red name, such as 宣传工作周报; at most about 14 characters look well.</param>
/// <param name="IssueLine">第3期（总第27期）.</param>
/// <param name="Issuer">Left above the rule.</param>
/// <param name="Date">Right above the rule, such as 2020年9月16日.</param>
public sealed record Masthead(string? Mark, string Name, string? IssueLine, string Issuer, string Date);

/// <summary>附件说明 under the body. One name is not numbered, several are.</summary>
/// <param name="Label">附件：.</param>
public sealed record AttachmentList(string Label, IReadOnlyList<string> Names);

/// <summary>版记 at the foot of the last page.</summary>
/// <param name="Lines">报：… 送：… 发：…, one each; text wrapped after the colon aligns with what follows it.</param>
/// <param name="PrintedOn">2020年9月21日印发.</param>
public sealed record Closing(IReadOnlyList<string> Lines, string Issuer, string PrintedOn);

/// <summary>What the file says of itself.</summary>
public sealed record PaperProperties(string Author, Instant Created);
