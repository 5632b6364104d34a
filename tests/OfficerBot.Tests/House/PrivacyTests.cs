using System.Text.RegularExpressions;

namespace OfficerBot.Tests.House;

/// <summary>Nothing real in the tree: mailboxes are example.org, phones are fictional, no key, no machine path.</summary>
public partial class PrivacyTests
{
    [Fact]
    public void Every_mailbox_in_the_tree_is_of_example_org() =>
        Found(Mailbox()).Where(f => !AllowedDomains.Any(d => f.Value.EndsWith(d, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();

    [Fact]
    public void Every_mobile_number_in_the_tree_is_fictional() =>
        Found(Mobile()).Where(f => !AllowedNumbers.Any(p => f.Value.StartsWith(p, StringComparison.Ordinal))).Should().BeEmpty();

    [Fact]
    public void No_private_key_lies_in_the_tree() => Found(PrivateKey()).Should().BeEmpty();

    [Fact]
    public void No_path_of_a_developers_machine_lies_in_the_tree() => Found(MachinePath()).Should().BeEmpty();

    private static readonly string[] AllowedDomains = ["example.org", ".example", "localhost", "noreply.example.org"];

    // 199000xxxxx is what the labelled messages and the sample use; 138001380 00 is the documentation number of every Chinese manual.
    private static readonly string[] AllowedNumbers = ["199000", "13800138"];

    private static IEnumerable<(string File, int Line, string Value)> Found(Regex pattern) =>
        from file in Tree.TextFiles()
        let lines = File.ReadAllLines(file)
        from line in Enumerable.Range(0, lines.Length)
        from Match match in pattern.Matches(lines[line])
        select (Path.GetRelativePath(Tree.Root, file), line + 1, match.Value);

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.(com|cn|org|net|gov|edu|example)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"\b1[3-9][0-9]{9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"BEGIN [A-Z ]*PRIVATE KEY-----[\r\n]", RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"/(work|home|Users)/[a-z]+/(main|wt|shared)", RegexOptions.NonBacktracking)]
    private static partial Regex MachinePath();
}
