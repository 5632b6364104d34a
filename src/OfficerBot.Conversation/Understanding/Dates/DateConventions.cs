using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>A festival: a fixed or lunar day; as a period it is the statutory holiday around it.</summary>
internal sealed record Festival(int Month, int Day, bool IsLunar, bool IsPeriod);

/// <summary>What our office means by 上午, 下班, 国庆 (dialogs/dates.yaml).</summary>
internal sealed class DateConventions
{
    /// <summary>Hours from and to, by name; 24 is midnight.</summary>
    public Dictionary<string, (int From, int To)> Parts { get; } = [];

    /// <summary>Fixed clock times by name: 下班.</summary>
    public Dictionary<string, LocalTime> Clock { get; } = [];

    /// <summary>Festivals by name.</summary>
    public Dictionary<string, Festival> Festivals { get; } = [];

    /// <summary>Names of events a notice dates: 进驻.</summary>
    public HashSet<string> Events { get; } = [];

    /// <summary>Reads the file; what is wrong goes into the problems.</summary>
    public static DateConventions Read(string name, string text, List<ContentProblem> problems)
    {
        var conventions = new DateConventions();
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                conventions.ReadSections(name, root, problems);
            }
        }
        catch (YamlException mistake)
        {
            problems.Add(new(name, (int)mistake.Start.Line, "This is not YAML: " + mistake.Message, ""));
        }

        return conventions;
    }

    private void ReadSections(string name, YamlMappingNode root, List<ContentProblem> problems)
    {
        foreach (var (key, value) in root.Children)
        {
            var section = ((YamlScalarNode)key).Value ?? "";
            if (section is not ("parts" or "clock" or "festivals" or "events") || value is not YamlMappingNode rows)
            {
                problems.Add(new(name, (int)key.Start.Line, $"“{section}” is not a section.", "Sections: parts, clock, festivals, events, each with name: value rows."));
                continue;
            }

            foreach (var (rowKey, rowValue) in rows.Children)
            {
                var (rowName, rowText) = (((YamlScalarNode)rowKey).Value ?? "", (rowValue as YamlScalarNode)?.Value ?? "");
                if (ReadRow(section, rowName, rowText) is { } allowed)
                {
                    problems.Add(new(name, (int)rowKey.Start.Line, $"“{rowText}” is not understood for “{rowName}”.", allowed));
                }
            }
        }
    }

    /// <summary>Null when read; else what is allowed.</summary>
    private string? ReadRow(string section, string name, string value)
    {
        var numbers = value.Split([' ', '-', ':', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => int.TryParse(w, out _)).Select(int.Parse).ToArray();
        switch (section)
        {
            case "parts" when numbers is [>= 0 and < 24, > 0 and <= 24]:
                Parts[name] = (numbers[0], numbers[1]);
                return null;
            case "clock" when numbers is [>= 0 and < 24, >= 0 and < 60]:
                Clock[name] = new(numbers[0], numbers[1]);
                return null;
            case "festivals" when numbers is [>= 1 and <= 12, >= 1 and <= 31]:
                Festivals[name] = new(
                    numbers[0], numbers[1], value.Contains("lunar", StringComparison.Ordinal), value.Contains("period", StringComparison.Ordinal));
                return null;
            case "events":
                Events.Add(name);
                return null;
            default:
                return section switch
                {
                    "parts" => "Hours: 6-12.",
                    "clock" => "A time: 17:30.",
                    _ => "Month-day, with the words lunar and period where they hold: 10-01 period.",
                };
        }
    }
}
