using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Books;

/// <summary>Finds a lead by its text: white space folded, hashed with group and unit. The texts of equal keys are compared by the caller.</summary>
internal static class TextKey
{
    public static long Of(GroupId group, UnitId unit, string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{group.Value}|{unit.Value}|{Fold(text)}")));

    /// <summary>One blank for every run of white space, none at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter);
            }
            else if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }
}
