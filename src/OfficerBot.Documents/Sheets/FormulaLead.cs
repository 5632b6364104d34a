using System.Buffers;

namespace OfficerBot.Documents.Sheets;

/// <summary>Text that a spreadsheet would take for a formula when opened or edited (ASVS 5.0 1.2.10, and the full-width forms Excel accepts).</summary>
internal static class FormulaLead
{
    private static readonly SearchValues<char> Leads = SearchValues.Create("=+-@\t\r\0＝＋－＠");

    /// <summary>Leading spaces and line feeds do not protect: some programs trim them first.</summary>
    public static bool IsAt(string text)
    {
        var start = text.AsSpan().TrimStart(" \n\u3000\u00A0");
        return start.Length > 0 && Leads.Contains(start[0]);
    }
}
