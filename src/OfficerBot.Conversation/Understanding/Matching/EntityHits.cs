using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Notes what was found by reading beside the words, so that rules can ask for it alike.</summary>
internal static class EntityHits
{
    /// <summary>From so many characters on a message is long.</summary>
    private const int Lengthy = 25;

    /// <summary>One of these stands in a clause of talk, but in few names of things.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("我你他俺咱呢了要等问在急催说吧啊呀");

    /// <summary>Notes names, leads, dates, things that are not ours, and the shape of the whole.</summary>
    public static void Add(Reading reading)
    {
        foreach (var name in reading.NameHits)
        {
            reading.Hits.Add(new(name.IsUnit ? Entity.Unit : Entity.Person, name.Start, name.End));
        }

        foreach (var lead in reading.Leads)
        {
            AddLead(reading.Hits, lead);
        }

        foreach (var date in reading.Dates)
        {
            AddDate(reading.Hits, date);
        }

        AddOtherObjects(reading, "没报");
        AddOtherObjects(reading, "报了没");
        AddShape(reading.Hits, reading.Text);
    }

    private static void AddLead(HitTable hits, LeadReference lead)
    {
        hits.Add(new(lead.IsBare ? Entity.Numbered : Entity.Lead, lead.Start, lead.End));
        if (lead.Leads is [{ Day: not null }])
        {
            hits.Add(new(Entity.WholeNumber, lead.Start, lead.End));
        }
    }

    private static void AddDate(HitTable hits, DatePhrase date)
    {
        hits.Add(new(Entity.Date, date.Start, date.End));
        if (date.From.Hour is not null || date.From.Step is Step.Minute or Step.Hour)
        {
            hits.Add(new(Entity.Time, date.Start, date.End));
        }

        if (date.Repeat != Repeat.None)
        {
            hits.Add(new(Entity.Recur, date.Start, date.End));
        }

        if (date.From.Event is not null)
        {
            hits.Add(new(Entity.Event, date.Start, date.End));
        }
    }

    /// <summary>What the message is as a whole: where it ends, whether it is long, whether it asks.</summary>
    private static void AddShape(HitTable hits, string text)
    {
        hits.Add(new(Entity.End, text.Length, text.Length));
        if (text.Length >= Lengthy)
        {
            hits.Add(new(Entity.Long, 0, 0));
        }

        if (text.AsSpan().TrimEnd(" \n~.。!").EndsWith('?'))
        {
            hits.Add(new(Entity.Question, text.Length - 1, text.Length));
        }
    }

    /// <summary>谁还没填年度考核表: what follows the verb is a thing that is not ours.</summary>
    private static void AddOtherObjects(Reading reading, string verbs)
    {
        if (reading.Names.Words.Find(verbs) is not { } id)
        {
            return;
        }

        foreach (var verb in reading.Hits[id])
        {
            var at = reading.SkipFrom(verb.End);
            var ours = at >= reading.Text.Length - 1 || reading.Text[verb.End] == '的' || reading.Hits.Covers(id, at) || !CharTables.IsHan(reading.Text[at]) || IsParted(reading, verb.End, at) || reading.Hits.At(Entity.Ours, at) is not null
                || reading.NameHits.Exists(n => n.Start <= at && n.End > at) || reading.Dates.Exists(d => d.Start == at);
            if (!ours)
            {
                reading.Hits.Add(new(Entity.Other, at, at + 1));
            }
        }
    }

    private static bool IsParted(Reading reading, int from, int to)
    {
        const int ShortestClause = 4;
        var parted = reading.Folded.HasGapBefore(to) && reading.Text.Length - to >= ShortestClause && reading.Text.AsSpan(to).IndexOfAny(Telling) >= 0; // 谁家一条都没报过 书记等着要话
        for (var i = from; i < to; i++)
        {
            parted |= reading.Text[i] is ',' or '。' or '?' or '!' or ';' or '\n';
        }

        return parted;
    }
}
