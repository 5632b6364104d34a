using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>
/// Reads what stands before a lead's text: 各位好，今天我单位线索一条：, 【河口镇】, 补报昨天线索：, News lead from X:. Moves over known tokens; what was
/// read counts only up to the last closing mark, so a unit that is the subject of the sentence stays in the text.
/// </summary>
internal sealed class LeadFrameReader(Reading reading)
{
    private const string Counters = "条篇则个件";
    private readonly List<NameHit> _units = [];
    private readonly List<DatePhrase> _dates = [];
    private readonly List<NameHit> _openUnits = [];
    private readonly List<DatePhrase> _openDates = [];
    private int _at;
    private int _close;
    private int _itemsFrom;
    private bool _marked;
    private bool _closed;
    private bool _strong;
    private bool _submits;
    private bool _done;
    private bool _standsIn;
    private readonly List<int> _categories = [];
    private (int Start, int End)? _unknownUnit;

    /// <summary>Reads the frame.</summary>
    public static LeadFrame Read(Reading reading) => new LeadFrameReader(reading).Run();

    private LeadFrame Run()
    {
        var limit = Math.Min(reading.Text.Length, 300);
        Bracket();
        while (_at < limit && !_done && (Name() || Date() || Marker() || UnknownUnit() || Category() || Known() || Count() || Punctuation()))
        {
        }

        if (!_marked)
        {
            Announced();
        }

        Label();
        var end = Signature();

        if (_at >= reading.Text.Length)
        {
            _close = _at; // nothing but header words: 白沙镇今日线索 asks, it tells nothing
        }

        return new(_marked ? _itemsFrom : _close, _close, _marked, _closed, _units, _dates, _unknownUnit)
        {
            Categories = _marked ? _categories : [],
            End = end,
        };
    }

    /// <summary>【城西街道·一日一报】: a bracket at the start with a unit in it is a header as a whole.</summary>
    private void Bracket()
    {
        const int LongestBracket = 30;
        var close = reading.Text.Length > 1 && reading.Text[0] is '【' or '[' or '《' ? reading.Text.IndexOfAny(['】', ']', '》'], 0, Math.Min(LongestBracket, reading.Text.Length)) : -1;
        var units = reading.NameHits.Where(n => n.IsUnit && n.End <= close && n.Start <= 3).ToList();
        if (close > 0 && close <= 8 && units.Count == 0 && reading.Text[0] == '[' && reading.Hits.At(Entity.LeadMarker, 1) is null)
        {
            _at = close + 1; // [送花花]
            Commit();
            _strong = true;
            return;
        }

        if (close < 0 || units.Count == 0 || reading.Text[0] == '《')
        {
            return;
        }

        _openUnits.AddRange(units);
        _openDates.AddRange(reading.Dates.Where(d => d.End <= close && !Cursor.IsChineseNumeral(reading.Text[d.Start])));
        _at = close + 1;
        _closed = true;
        Commit();
        _strong = true;
    }

    /// <summary>大力推进宣传工作，线索如下：… — the marker stands further on, before a colon.</summary>
    private void Announced()
    {
        const int Furthest = 60;
        const int ShortestText = 12;
        foreach (var marker in reading.Hits[Entity.LeadMarker])
        {
            var colon = marker.Start > Furthest || (marker.Start > 0 && reading.Text[marker.Start - 1] == '(') || reading.Hits[Entity.LeadMarker].Exists(m => m.Start > marker.Start && m.Start < marker.End) ? -1 : AfterWords(marker.End);
            if (colon < 0 || reading.Text.Length - colon < ShortestText)
            {
                continue;
            }

            _itemsFrom = marker.Start;
            _at = colon;
            _marked = _closed = true;
            _openUnits.Clear();
            _openDates.Clear();
            _openUnits.AddRange(reading.NameHits.Where(n => n.IsUnit && n.End <= marker.Start && n.Start <= 4 && _units.Count == 0));
            _openDates.AddRange(reading.Dates.Where(d => d.End <= marker.Start && !d.From.HasTime && _dates.Count == 0));
            Commit();
            return;
        }
    }

    /// <summary>The place behind 如下：, behind a colon, or behind a gap (an emoji); -1 when something else follows the marker.</summary>
    private int AfterWords(int at)
    {
        if (reading.Folded.HasGapBefore(at) && at < reading.Text.Length && reading.Text[at] != ':' && at > 3)
        {
            return at;
        }

        while (at < reading.Text.Length && (reading.Hits.At(Entity.LeadPrefix, at) ?? reading.Hits.At(Entity.Number, at) ?? reading.Hits.At(Entity.LeadMarker, at)) is { } hit && hit.End > at)
        {
            at = hit.End;
        }

        while (at < reading.Text.Length && reading.Text[at] is '】' or ')' or '(' or ' ' or '条' or '则' or '篇')
        {
            at++;
        }

        return at < reading.Text.Length && reading.Text[at] is ':' ? at + 1 : -1;
    }

    /// <summary>Where the text ends: before a unit as signature (——莲湖镇, or alone in the last line), with or without the day.</summary>
    private int Signature()
    {
        var text = reading.Text;
        var end = Back(text.Length);
        foreach (var word in new[] { "报送", "上报", "供稿", "报" })
        {
            end = end > word.Length && text[..end].EndsWith(word, StringComparison.Ordinal) && reading.NameHits.Exists(n => n.IsUnit && n.End == end - word.Length) ? end - word.Length : end;
        }

        var date = reading.Dates.Find(d => d.End == end);
        var unit = reading.NameHits.FindLast(n => n.IsUnit && n.End == (date is null ? end : Back(date.Start)));
        var from = unit?.Start ?? 0;
        var separated = from > _close + 6 && (text[from - 1] is '-' or '\n' or '(' || (unit is not null && unit.End < text.Length && reading.Folded.HasGapBefore(from)) || (text[from - 1] == ':' && text[..from].EndsWith("单位:", StringComparison.Ordinal)));
        if (unit is null || !separated)
        {
            return text.Length;
        }

        _units.AddRange(_units.Count == 0 ? [unit] : []);
        _dates.AddRange(date is not null && _dates.Count == 0 ? [date] : []);
        while (from > _close && text[from - 1] is '-' or '\n' or '(' or ' ')
        {
            from--;
        }

        return from;

        int Back(int at)
        {
            while (at > _close && text[at - 1] is ' ' or '\n' or '。' or ')' or '.' or ',')
            {
                at--;
            }

            return at;
        }
    }

    /// <summary>标题： before the text is no part of it.</summary>
    private void Label()
    {
        foreach (var label in new[] { "标题:", "题目:", "内容:", "title:" })
        {
            var at = _close;
            while (at < reading.Text.Length && reading.Text[at] is ' ' or '\n')
            {
                at++;
            }

            _close = (_marked || _closed) && string.CompareOrdinal(reading.Text, at, label, 0, label.Length) == 0 ? at + label.Length : _close;
        }
    }

    /// <summary>典型案例线索：, 线索（群众获得感类）：.</summary>
    private bool Category()
    {
        foreach (var (value, id) in reading.Categories)
        {
            if (reading.Hits.At(id, _at) is { } hit && int.TryParse(value, out var number))
            {
                var end = hit.End + (hit.End < reading.Text.Length && reading.Text[hit.End] == '类' ? 1 : 0);
                var framed = (_marked && _at > 0 && reading.Text[_at - 1] is '(' or '-' or '·') || (end < reading.Text.Length && (reading.Hits.At(Entity.LeadMarker, end) is not null || reading.Text[end] is '】' or ')'));
                if (framed)
                {
                    _categories.Add(number);
                    Take(new(id, hit.Start, end));
                    return true;
                }
            }
        }

        return false;
    }

    private bool Name()
    {
        if (reading.NameHits.Find(n => n.Start == _at && n.IsUnit) is not { } unit)
        {
            return false;
        }

        _openUnits.Add(unit);
        _at = unit.End;
        _strong = false;
        if (reading.Folded.HasGapBefore(_at) && _close == 0 && _openUnits.Count == 1 && !_marked)
        {
            Commit();
            _closed = true;
        }

        return true;
    }

    private bool Date()
    {
        if (reading.Dates.Find(d => d.Start == _at) is not { } date || reading.Hits.At(Entity.LeadMarker, _at) is not null)
        {
            return false;
        }

        // 【线索】国庆期间，…: behind the mark a date belongs to the text, unless it closes a header of its own.
        if (_marked && _closed && (date.End >= reading.Text.Length || reading.Text[date.End] is not (':' or '\n' or ')' or '】')))
        {
            return false;
        }

        _openDates.Add(date);
        _at = date.End;
        if (_submits && _at < reading.Text.Length && reading.Text[_at] == '的')
        {
            _at++;
        }

        _strong = false;
        return true;
    }

    private bool Marker()
    {
        if (reading.Hits.At(Entity.LeadMarker, _at) is not { } hit)
        {
            return false;
        }

        _itemsFrom = _at;
        _marked = true;
        Take(hit);
        _closed |= reading.Folded.HasGapBefore(_at);
        Commit();
        return _strong = true;
    }

    private bool Known()
    {
        if (reading.Hits.At(Entity.BotName, _at) is { } bot || (reading.Text[_at] == '@' && reading.Hits.At(Entity.BotName, _at + 1) is { } mention && (bot = mention) == mention))
        {
            _at = bot.End;
            Commit();
            return true;
        }

        if (reading.Hits.At(Entity.Salute, _at) is { } salute)
        {
            Take(salute);
            Commit();
            return _strong = true;
        }

        if (reading.Hits.At(Entity.LeadPrefix, _at) is not { } hit)
        {
            return false;
        }

        _standsIn = reading.Text[hit.Start] == '代';
        _submits |= reading.Text[hit.Start..hit.End] is "补报" or "代报" or "上报" or "make up"; // what follows up to the colon is a header
        var counts = _strong && _marked && Cursor.IsChineseNumeral(reading.Text[hit.Start]);
        Take(hit);
        if (counts)
        {
            Commit();
            _strong = true;
        }

        return true;
    }

    // 代东山镇报：names a unit that is on no roster; filing it for the speaker's own would be wrong.
    private bool UnknownUnit()
    {
        const int LongestName = 12;
        var end = _standsIn && !_marked ? reading.Text.IndexOf("报:", _at, Math.Min(LongestName, reading.Text.Length - _at), StringComparison.Ordinal) : -1;
        if (end <= _at || reading.Hits.At(Entity.LeadPrefix, _at) is not null)
        {
            return false;
        }

        _unknownUnit = (_at, end);
        _marked = true;
        _at = end + 1;
        return true;
    }

    private bool Count()
    {
        if (reading.Hits.At(Entity.Number, _at) is not { } number || number.End >= reading.Text.Length
            || !Counters.Contains(reading.Text[number.End], StringComparison.Ordinal))
        {
            return false;
        }

        _at = number.End + 1;
        _strong = _marked;
        if (_marked)
        {
            Commit();
        }

        return true;
    }

    private bool Punctuation()
    {
        var c = reading.Text[_at];
        if (c == ':' && _submits && _openDates.Count > 0)
        {
            _marked = true;
            _itemsFrom = _at + 1;
        }

        if (c is ':' or '\n' or '】' or ']' && (_openUnits.Count > 0 || _marked || (_closed && _openDates.Count > 0)))
        {
            _at++;
            _closed = true;
            Commit();
            _done = c == ':' && _marked;
            return _strong = true;
        }

        if (c is ',' or '。' or '!' or '(' or ')' or '-' or '.' or '、' or '~' or '|' || (c is '\n' or ' ' or '【' or '[' or ':' or '+' or '*' or '#'))
        {
            _at++;
            if (_strong || (_marked && c is not (' ' or '、' or '(')))
            {
                Commit();
            }

            return c is not '(' || _marked || _openUnits.Count > 0 || _closed;
        }

        return false;
    }

    private void Take(Hit hit)
    {
        _at = hit.End;
        _strong = false;
    }

    private void Commit()
    {
        _close = _at;
        _units.AddRange(_openUnits);
        _dates.AddRange(_openDates);
        _openUnits.Clear();
        _openDates.Clear();
    }
}
