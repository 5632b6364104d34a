using System.Security.Cryptography;

namespace OfficerBot.Turns;

/// <summary>Keys whose knowledge is the right to read: 160 random bits.</summary>
internal static class UnguessableKey
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A new one: 32 letters and digits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 32);
}
