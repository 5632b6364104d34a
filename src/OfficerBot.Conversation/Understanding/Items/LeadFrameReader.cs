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
    private (int Start, int End)? _unknownUnit;

    /// <summary>Reads the frame.</summary>
    public static LeadFrame Read(Reading reading) => new LeadFrameReader(reading).Run();

    private LeadFrame Run()
    {
        var limit = Math.Min(reading.Text.Length, 300);
        while (_at < limit && !_done && (Name() || Date() || Marker() || UnknownUnit() || Known() || Count() || Punctuation()))
        {
        }

        if (_at >= reading.Text.Length)
        {
            _close = _at; // nothing but header words: 白沙镇今日线索 asks, it tells nothing
        }

        return new(_marked ? _itemsFrom : _close, _close, _marked, _closed, _units, _dates, _unknownUnit);
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

        if (c is ':' or '\n' or '】' or ']' && (_openUnits.Count > 0 || _marked))
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

            return c is not '(' || _marked || _openUnits.Count > 0;
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
