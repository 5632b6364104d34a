using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Domain.Duties;

namespace OfficerBot.Conversation.Notices;

/// <summary>Reads when a duty recurs: <c>每天</c>, <c>daily</c>, <c>周一、三、五 12:00前</c>, <c>Mon, Wed, Fri before 12:00</c>.</summary>
internal static partial class CadenceText
{
    /// <summary>What is allowed, for problems.</summary>
    public const string Hint = "Allowed: 每天 (daily), or days of the week with a time, for example 周一、三、五 12:00前 or Mon, Wed, Fri before 12:00.";

    private const string ChineseDays = "一二三四五六日";
    private static readonly string[] EnglishDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The cadence, or null when the text is none.</summary>
    public static Cadence? Parse(string text)
    {
        if (text.Trim() is "每天" or "daily")
        {
            return new Cadence.Daily();
        }

        var match = Weekly().Match(text);
        var time = match.Success ? LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(match.Groups["time"].Value.Replace('：', ':').Replace(" ", "")) : null;
        var days = match.Success ? Days(match.Groups["days"].Value) : null;
        return days is { Count: > 0 } && time is { Success: true } ? new Cadence.Weekly(days, time.Value) : null;
    }

    private static List<IsoDayOfWeek>? Days(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '、', '，'], StringSplitOptions.RemoveEmptyEntries);
        var days = words.Select(Day).ToList();
        return days.Contains(IsoDayOfWeek.None) ? null : [.. days.Distinct().Order()];
    }

    private static IsoDayOfWeek Day(string word)
    {
        var chinese = word.Replace("每", "").Replace("周", "").Replace("星期", "");
        var index = chinese.Length == 1 ? ChineseDays.IndexOf(chinese[0]) : Array.FindIndex(EnglishDays, d => word.StartsWith(d, StringComparison.Ordinal));
        return (IsoDayOfWeek)(index + 1);
    }

    [GeneratedRegex(@"^(?<days>.+?)\s*(before\s*)?(?<time>\d{1,2}\s*[:：]\s*\d{2})\s*(前|之前)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Weekly();
}
