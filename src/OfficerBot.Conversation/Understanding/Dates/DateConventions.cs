using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>What our office means by 上午, 下班, 国庆 (dialogs/dates.yaml).</summary>
internal sealed class DateConventions
{
    /// <summary>Hours from and to, by name; 24 is midnight.</summary>
    public Dictionary<string, (int From, int To)> Parts { get; } = [];

    /// <summary>Fixed clock times by name: 下班.</summary>
    public Dictionary<string, LocalTime> Clock { get; } = [];

    /// <summary>Festivals by name.</summary>
    public Dictionary<string, Festival> Festivals { get; } = [];

    /// <summary>Names of events a notice dates, with the name it dates them under: 入驻 = 进驻.</summary>
    public Dictionary<string, string> Events { get; } = [];

    /// <summary>The name under which the context knows an event: its own, else the one it points to.</summary>
    public string EventNamed(string name, DateContext context) => context.Events.ContainsKey(name) ? name : Events.GetValueOrDefault(name, name);

    /// <summary>First years of eras: 民国 = 1912.</summary>
    public Dictionary<string, int> Eras { get; } = [];

    /// <summary>Hours said without a part of the day that mean the afternoon.</summary>
    public (int From, int To) AfternoonHours { get; private set; } = (1, 6);

    /// <summary>9月15日之后 begins with that day instead of the next.</summary>
    public bool AfterIncludesDay { get; private set; }

    /// <summary>3月到5月 ends where May begins instead of with it; the same for years.</summary>
    public bool RangesStopAtLast { get; private set; }

    /// <summary>What any of the names may begin with.</summary>
    public IEnumerable<char> FirstCharacters => Parts.Keys.Concat(Clock.Keys).Concat(Festivals.Keys).Concat(Events.Keys).Concat(Eras.Keys).Select(k => k[0]);

    /// <summary>Reads the file; what is wrong goes into the problems.</summary>
    public static DateConventions Read(string name, string text, List<ContentProblem> problems)
    {
        var conventions = new DateConventions();
        conventions.Add(name, text, problems);
        return conventions;
    }

    /// <summary>Reads another file over what is there: its rows replace those of the same name.</summary>
    public void Add(string name, string text, List<ContentProblem> problems)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                ReadSections(name, root, problems);
            }
        }
        catch (YamlException mistake)
        {
            problems.Add(new(name, (int)mistake.Start.Line, "This is not YAML: " + mistake.Message, ""));
        }
    }

    private void ReadSections(string name, YamlMappingNode root, List<ContentProblem> problems)
    {
        foreach (var (key, value) in root.Children)
        {
            var section = ((YamlScalarNode)key).Value ?? "";
            if (section is not ("parts" or "clock" or "festivals" or "events" or "eras" or "habits") || value is not YamlMappingNode rows)
            {
                problems.Add(new(name, (int)key.Start.Line, $"“{section}” is not a section.", "Sections: parts, clock, festivals, events, eras, habits, each with name: value rows."));
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
        var numbers = value.Split([' ', '-', ':'], StringSplitOptions.RemoveEmptyEntries).Where(w => int.TryParse(w, out _)).Select(int.Parse).ToArray();
        switch (section)
        {
            case "parts" when numbers is [>= 0 and < 24, > 0 and <= 24]:
                Parts[name] = (numbers[0], numbers[1]);
                return null;
            case "clock" when numbers is [>= 0 and < 24, >= 0 and < 60]:
                Clock[name] = new(numbers[0], numbers[1]);
                return null;
            case "festivals" when Festival.Read(value) is { } festival:
                Festivals[name] = festival;
                return null;
            case "events" when value.Length > 0:
                Events[name] = value == "from the notice" ? name : value;
                return null;
            case "habits":
                return ReadHabit(name, value, numbers);
            case "eras" when numbers is [> 0 and < 3000]:
                Eras[name] = numbers[0];
                return null;
            default:
                return section switch
                {
                    "parts" => "Hours: 6-12.",
                    "clock" => "A time: 17:30.",
                    "events" => "“from the notice”, or the name of such an event: 进驻.",
                    "eras" => "The era's first year: 1912.",
                    _ => "Month-day, with the words lunar, period, eve where they hold: 10-01 period; or 05 Sunday 2, or term 4 4.81.",
                };
        }
    }

    private string? ReadHabit(string name, string value, int[] numbers)
    {
        switch (name)
        {
            case "afternoon hours" when numbers is [>= 0 and <= 12, >= 0 and <= 12]:
                AfternoonHours = (numbers[0], numbers[1]);
                return null;
            case "after a day" when value is "next day" or "same day":
                AfterIncludesDay = value == "same day";
                return null;
            case "month to month" when value is "with the last" or "without the last":
                RangesStopAtLast = value == "without the last";
                return null;
            default:
                return "“afternoon hours: 1-6”, “after a day: next day” (or same day), “month to month: with the last” (or without the last).";
        }
    }
}
