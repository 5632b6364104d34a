namespace OfficerBot.Storage.Sql;

/// <summary>Names of positional parameters, made once.</summary>
internal static class ParameterName
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 64).Select(i => $"@p{i}")];

    public static string Of(int index) => index < Names.Length ? Names[index] : $"@p{index}";
}
