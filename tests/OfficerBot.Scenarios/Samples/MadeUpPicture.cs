using System.Text;

namespace OfficerBot.Scenarios.Samples;

/// <summary>Pictures for samples: one white dot, different bytes for each name.</summary>
internal static class MadeUpPicture
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A PNG; what follows its end is nobody's business but makes it another file.</summary>
    public static byte[] Of(string name) => [.. Dot, .. Encoding.UTF8.GetBytes(name)];
}
