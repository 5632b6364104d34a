using System.Security.Cryptography;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Makes ids that nobody can guess, of letters and digits only, so that they need no encoding anywhere.</summary>
public static class ConversationIds
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>22 base62 characters: 131 bits.</summary>
    public const int Length = 22;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>True for what <see cref="New"/> could have made or a host may name: 1 to 100 letters, digits, '-' and '_'.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
