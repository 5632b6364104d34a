using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>
/// What a speaker takes back in the same breath: 9点，不对，10点半 asks for half past ten. The words that take back (class 改口) count only between
/// marks or blanks, or before 是, and only where the same kind of thing stands on both sides.
/// </summary>
internal static class Retraction
{
    /// <summary>Longer texts are prose.</summary>
    private const int Longest = 80;

    /// <summary>How far behind the words the thing meant may begin.</summary>
    private const int Furthest = 10;

    /// <summary>Drops the things taken back.</summary>
    /// <param name="words">All words of the text, by their ends.</param>
    /// <returns>Where the words stand that take back, up to the thing meant, and what they take back: none of it is said.</returns>
    public static List<Hit> Apply(Reading reading, List<Hit> words)
    {
        var found = new List<Hit>();
        if (reading.Text.Length > Longest)
        {
            return found;
        }

        foreach (var word in words.FindAll(w => w.Id == Entity.TakenBack && IsParted(reading, w.Start)))
        {
            if (Meant(reading, word) is { } meant && Dropped(reading, word.Start, meant) is { Count: > 0 } dropped)
            {
                found.Add(word with { End = meant });
                found.AddRange(dropped);
            }
        }

        return found;
    }

    /// <summary>Marks before it, or a sigh behind them: ，啊说错了; a word that begins with a sigh itself parts what was dictated without marks: 25号哦不对27号.</summary>
    private static bool IsParted(Reading reading, int at)
    {
        var text = reading.Text;
        if (at > 0 && reading.Content.Spots.Sighs.At(text.AsSpan(at)) > 0)
        {
            return true;
        }

        at -= at > 1 ? reading.Content.Spots.Sighs.Before(text.AsSpan(1, at - 1)) : 0;
        return at > 0 && (Reading.IsSoft(text[at - 1]) || reading.Folded.HasGapBefore(at));
    }

    /// <summary>Where the thing meant begins; null where the words take nothing back (不是城东那个).</summary>
    private static int? Meant(Reading reading, Hit word)
    {
        var (text, spots) = (reading.Text, reading.Content.Spots);
        var at = word.End;
        while (at < text.Length && Reading.IsSoft(text[at]))
        {
            at++;
        }

        var being = spots.Being.At(text.AsSpan(at));
        return being > 0 || at > word.End || reading.Folded.HasGapBefore(at) || spots.Slips.Before(text.AsSpan(0, word.End)) > 0 ? at + being : null;
    }

    private static List<Hit> Dropped(Reading reading, int from, int meant)
    {
        var dropped = new List<Hit>();
        if (DropDate(reading, from, meant) is { } date)
        {
            dropped.Add(new(Entity.Date, date.Start, date.End));
        }

        foreach (var isUnit in (ReadOnlySpan<bool>)[true, false])
        {
            var said = reading.NameHits.FindLast(n => n.IsUnit == isUnit && n.End <= from);
            if (said is not null && reading.NameHits.Exists(n => n.IsUnit == isUnit && IsMeant(n.Start, meant)) && reading.NameHits.Remove(said))
            {
                dropped.Add(new(Entity.Unit, said.Start, said.End));
            }
        }

        var lead = reading.Leads.FindLast(l => l.End <= from);
        if (lead is not null && reading.Leads.Exists(l => IsMeant(l.Start, meant)) && reading.Leads.Remove(lead))
        {
            dropped.Add(new(Entity.Lead, lead.Start, lead.End));
        }

        return dropped;
    }

    private static bool IsMeant(int start, int meant) => start >= meant && start <= meant + Furthest;

    /// <summary>明天9点，不对，10点: the day stays.</summary>
    private static DatePhrase? DropDate(Reading reading, int from, int meant)
    {
        var said = reading.Dates.FindLast(d => d.End <= from);
        var next = reading.Dates.FindIndex(d => IsMeant(d.Start, meant));
        if (said is null || next < 0)
        {
            return null;
        }

        var instead = reading.Dates[next];
        if (said.From.HasTime && !instead.From.HasTime && said.From.HasDate)
        {
            instead = instead with { From = instead.From with { Hour = said.From.Hour, Minute = said.From.Minute, PartOfDay = said.From.PartOfDay, ExactHour = said.From.ExactHour } };
        }

        if (said.To is not null && instead.To is null && reading.Content.Spots.Until.Before(reading.Text.AsSpan(0, instead.Start).TrimEnd()) > 0)
        {
            instead = instead with { From = said.From, To = instead.From }; // 20号到25号，不对，到27号
        }

        reading.Dates[next] = !instead.From.HasDate && said.To is null ? instead with { From = instead.From.CarryFrom(said.From) } : instead;
        reading.Dates.Remove(said);
        return said;
    }
}
