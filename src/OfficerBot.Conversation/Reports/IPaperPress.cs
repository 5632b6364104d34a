using NodaTime;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Papers;
using OfficerBot.Domain.Reports;

namespace OfficerBot.Conversation.Reports;

/// <summary>Prints worded papers and seals them into letters. The dialogs know no file formats.</summary>
public interface IPaperPress
{
    /// <summary>The preview's text and the files, all from one neutral paper, so that they cannot differ.</summary>
    /// <param name="at">Office time; what the files say of themselves.</param>
    PrintedPaper Print(OfficePaper paper, Instant at);

    /// <summary>The files and the letter of a paper that is confirmed now; null when they are larger than any mail server takes.</summary>
    SealedPaper? Seal(OfficePaper paper, Sealing sealing);
}

/// <summary>A paper as people look at it.</summary>
/// <param name="Text">Plain text in the paper's order.</param>
/// <param name="Files">The .docx; for a paper with tables also an .xlsx.</param>
public sealed record PrintedPaper(string Text, IReadOnlyList<ReportFile> Files);

/// <summary>What a letter needs beside its paper.</summary>
/// <param name="Officer">Whose name Reply-To carries.</param>
/// <param name="MessageIdLeft">Left of the @.</param>
/// <param name="Corrects">Message-ID of the revision this one corrects, without brackets; null for a first one.</param>
/// <param name="At">The moment of confirming, office time: the letter's Date.</param>
public sealed record Sealing(Notice Notice, string Officer, string MessageIdLeft, string? Corrects, Instant At);

/// <summary>What is frozen by confirming.</summary>
/// <param name="MessageId">Without brackets.</param>
/// <param name="Letter">The whole .eml.</param>
public sealed record SealedPaper(string MessageId, IReadOnlyList<ReportFile> Files, byte[] Letter);
