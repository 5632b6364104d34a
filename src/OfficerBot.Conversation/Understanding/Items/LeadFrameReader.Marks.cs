using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Items;

/// <content>Counts and punctuation: what closes a header, and what stands in it without meaning.</content>
internal sealed partial class LeadFrameReader
{
    private const string Counters = "条篇则个件";

    /// <summary>双桥镇 周晓燕 9月15日 线索 …: who sends it, parted by blanks in the header.</summary>
    private bool Sender()
    {
        if (_marked || _units.Count == 0 || reading.NameHits.Find(n => n.Start == _at && !n.IsUnit) is not { } person || !reading.Folded.HasGapBefore(_at) || !reading.Folded.HasGapBefore(person.End))
        {
            return false;
        }

        _at = person.End;
        return true;
    }

    private bool Count()
    {
        if (reading.Hits.At(Entity.Number, _at) is not { } number || number.End >= reading.Text.Length
            || !(Counters.Contains(reading.Text[number.End], StringComparison.Ordinal) || reading.Hits.At(Entity.LeadMarker, number.End + 1) is not null))
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

        if ((c is ':' or '\n' or '】' or ']' or '|' || IsDash(c)) && (_openUnits.Count > 0 || _marked || (_closed && _openDates.Count > 0)))
        {
            _at++;
            _closed = true;
            Commit();
            _done = _marked && (c == ':' || (c == '\n' && Digest.IsHeaded(reading, _at)));
            return _strong = true;
        }

        if (c is ',' or '。' or '!' or '(' or ')' or '-' or '.' or '、' or '~' or '|' || (c is '\n' or ' ' or '【' or '[' or ':' or '+' or '*' or '#'))
        {
            _at++;
            _closed |= _marked && c is '~' or '!';
            if (_strong || (_marked && c is not (' ' or '、' or '(')))
            {
                Commit();
            }

            return c is not '(' || _marked || _openUnits.Count > 0 || _closed;
        }

        return false;
    }

    /// <summary>莲湖镇——组织…, Lianhu Town - 22 families: a dash behind the unit closes its header.</summary>
    private bool IsDash(char c)
        => c == '-' && _openUnits.Count == 1 && _close == 0 && _at + 1 < reading.Text.Length && (reading.Text[_at + 1] == '-' || (reading.Text[_at - 1] == ' ' && reading.Text[_at + 1] == ' '));
}
