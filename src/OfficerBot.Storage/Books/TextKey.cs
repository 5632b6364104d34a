using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Books;

/// <summary>Finds a lead by its text: white space folded, hashed with unit and day. Equal keys are compared in full by the caller.</summary>
internal static class TextKey
{
    public static long Of(UnitId unit, LocalDate day, string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit.Value}|{Sql.DayText.Of(day)}|{Fold(text)}")));

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
