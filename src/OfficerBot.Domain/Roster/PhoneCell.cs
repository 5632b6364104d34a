using System.Text.RegularExpressions;

namespace OfficerBot.Domain.Roster;

/// <summary>
/// Reads the phone out of a cell: +86, full-width, spaced, several numbers in one cell (a mobile wins), landlines with or without a hyphen.
/// </summary>
/// <param name="Phone">Digits only; null when none was found.</param>
/// <param name="Doubt">What is doubtful about it; null for nothing.</param>
public readonly partial record struct PhoneCell(string? Phone, RosterDoubtKind? Doubt)
{
    /// <summary>Reads a cell; an empty one has neither phone nor doubt.</summary>
    public static PhoneCell Read(string cell)
    {
        var text = Narrow(cell);
        if (text.Length == 0)
        {
            return new(null, null);
        }

        if (Rounded().Match(text) is { Success: true } rounded)
        {
            return FromNumber(rounded);
        }

        var mobiles = Mobile().Matches(text).Select(m => Digits(m.Groups[1].Value)).Distinct().ToList();
        var others = Landline().Matches(Mobile().Replace(text, " ")).Select(m => Digits(m.Groups[1].Value)).Distinct().ToList();
        string[] found = [.. mobiles, .. others];
        return found.Length > 0 ? new(found[0], found.Length > 1 ? RosterDoubtKind.SeveralPhones : null) : Odd(Digits(text), text);
    }

    private static PhoneCell FromNumber(Match rounded)
    {
        var digits = rounded.Groups[1].Value.Length + rounded.Groups[2].Value.Length;
        return digits >= 11 && decimal.TryParse(rounded.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Read(number.ToString("0", CultureInfo.InvariantCulture))
            : new(null, RosterDoubtKind.PhoneLost);
    }

    private static PhoneCell Odd(string digits, string text) => digits.Length switch
    {
        10 when digits[0] is >= '3' and <= '9' => new("0" + digits, RosterDoubtKind.LeadingZero),
        7 or 8 when !text.Any(char.IsLetter) => new(digits, null), // a number of the town itself
        _ => new(null, RosterDoubtKind.PhoneUnreadable),
    };

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Narrow(string cell)
    {
        var narrow = string.Concat(cell.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '—' or '－' or '–' ? '-' : c)).Trim();
        return narrow.EndsWith(".0", StringComparison.Ordinal) ? narrow[..^2] : narrow;
    }

    [GeneratedRegex(@"^(\d)\.?(\d*)[Ee]\+?\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();

    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)\(?(0\d{2,3}\)?[- ]?\d{7,8})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();
}
