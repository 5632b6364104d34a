using OfficerBot.Domain.Leads;

namespace OfficerBot.Domain.Papers;

/// <summary>A paper with all its words, before it is a file or a preview. Papers are Chinese; every sentence comes from the notice's phrases.</summary>
/// <param name="Parts">The body, in order.</param>
public sealed record OfficePaper(PaperHead Head, IReadOnlyList<PaperPart> Parts, PaperFoot Foot, PaperMail Mail);

/// <summary>What stands above the body.</summary>
/// <param name="Mark">Top left, for example 内部资料 注意保存.</param>
/// <param name="Name">The red name.</param>
/// <param name="IssueLine">For example 第3期.</param>
/// <param name="Issuer">Left above the red rule.</param>
/// <param name="Date">Right above the red rule: the day of confirming.</param>
/// <param name="Period">The line under the title.</param>
public sealed record PaperHead(string Mark, string Name, string IssueLine, string Issuer, string Date, string Title, string Period);

/// <summary>The version record (版记) on the last page.</summary>
/// <param name="Lines">报：, 送：.</param>
/// <param name="SheetPages">The page number under its tables where they are printed as sheets, in Excel's codes.</param>
public sealed record PaperFoot(IReadOnlyList<string> Lines, string Issuer, string PrintedOn, string SheetPages);

/// <summary>How it is mailed.</summary>
/// <param name="FileName">Without extension, at most <see cref="PaperNames.Most"/> characters, safe on every system.</param>
/// <param name="Letter">The mail's own text.</param>
public sealed record PaperMail(string FileName, string Subject, string Letter);

/// <summary>One piece of a paper's body.</summary>
public abstract record PaperPart
{
    private PaperPart()
    {
    }

    /// <summary>A heading with its number in the text.</summary>
    public sealed record Heading(string Text) : PaperPart;

    /// <summary>Body text.</summary>
    public sealed record Paragraph(string Text) : PaperPart;

    /// <summary>A numbered lead with title and text.</summary>
    public sealed record Item(string Number, string Title, string Text) : PaperPart;

    /// <summary>A picture with its caption.</summary>
    public sealed record Image(Picture Picture, string Caption) : PaperPart;

    /// <summary>A table; every row, and the total, has one cell per column.</summary>
    public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string>? Total)
        : PaperPart;
}
