using System.Xml.Linq;

namespace OfficerBot.Tests.House;

public class MapTests
{
    [Fact]
    public void The_project_files_refer_to_each_other_as_the_picture_in_the_map_says()
    {
        var drawn = File.ReadAllLines(Tree.At("src", "README.md"))
            .Where(l => l.Contains(" --> ", StringComparison.Ordinal))
            .Select(l => l.Trim())
            .ToHashSet();
        var real = Directory.EnumerateFiles(Tree.At("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(References)
            .ToHashSet();
        real.Should().BeEquivalentTo(drawn);
    }

    [Fact]
    public void Every_folder_of_src_has_a_line_in_the_map()
    {
        var map = File.ReadAllText(Tree.At("src", "README.md"));
        var folders = Directory.EnumerateDirectories(Tree.At("src")).Select(d => Path.GetFileName(d)!);
        folders.Where(f => !map.Contains($"`{f}/`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<string> References(string project) => XDocument.Load(project)
        .Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
        .Select(to => $"{Path.GetFileNameWithoutExtension(project)} --> {to}");
}
