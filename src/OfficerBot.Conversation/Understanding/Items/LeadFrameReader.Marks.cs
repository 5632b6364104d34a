using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <content>Counts and punctuation: what closes a header, and what stands in it without meaning.</content>
internal sealed partial class LeadFrameReader
{
    private const string Counters = "条篇则个件";

    /// <summary>Where a first line to the reader ends; 0 where there is none.</summary>
    private int _preface;

    /// <summary>我是新来的，第一次报，不晓得对不对：\n…: a first line to the reader that ends in a colon and tells nothing.</summary>
    private void Preface()
    {
        const int LongestLine = 40;
        var end = _at > 0 ? -1 : reading.Text.AsSpan(0, Math.Min(LongestLine, reading.Text.Length)).IndexOf('\n');
        if (end < 2 || reading.Text[end - 1] != ':' || !Within(Entity.Aside, end) || Within(Entity.Quantity, end))
        {
            return;
        }

        _openUnits.AddRange(reading.NameHits.FindAll(n => n.IsUnit && n.End < end));
        _marked = Within(Entity.LeadMarker, end);
        _closed = _marked || _openUnits.Count > 0;
        _itemsFrom = end + 1;
        _at = _preface = end + 1;
        Commit();
    }

    /// <summary>典型案例线索：, 线索（群众获得感类）：.</summary>
    private bool Category()
    {
        if (LeadBracket.Category(reading, _at, _marked, _strong) is not { } said)
        {
            return false;
        }

        if (!_marked && LeadBracket.IsLabel(reading.Text, _at, said.End) && LeadJudge.Tells(reading))
        {
            _marked = true; // 典型案例：某作坊…被罚款6.8万元
            _itemsFrom = said.End;
        }

        _categories.Add(said.Number);
        (_at, _strong) = (said.End, false);
        _closed |= _at < reading.Text.Length && reading.Text[_at] is '。' or '\n';
        return true;
    }

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

    /// <summary>机器人，…, @信息员助手 …: who is spoken to.</summary>
    private bool Addressee()
    {
        if (reading.Hits.At(Entity.BotName, reading.Text[_at] == '@' ? _at + 1 : _at) is not { } bot)
        {
            return false;
        }

        _at = bot.End;
        Commit();
        return true;
    }

    private bool Salute()
    {
        if (reading.Hits.At(Entity.Salute, _at) is not { } salute)
        {
            return false;
        }

        Take(salute);
        Commit();
        return _strong = true;
    }

    /// <summary>补报, 汇报一下, 代: what is done with the lead; notes what it says of the words behind it.</summary>
    private bool Prefix()
    {
        if (reading.Hits.At(Entity.LeadPrefix, _at) is not { } hit)
        {
            return false;
        }

        var word = reading.Text[hit.Start..hit.End];
        Note(word);
        if (_close == 0 && hit.End < reading.Text.Length && reading.Text[hit.End] == ':' && _openUnits.Count == 0 && word is "报" or "上报" or "报送" or "汇报" or "供稿")
        {
            _marked = true; // 报：…
            _itemsFrom = hit.End + 1;
        }

        var counts = _strong && _marked && Cursor.IsChineseNumeral(word[0]);
        Take(hit);
        var closes = _marked || _openUnits.Count > 0 || (_openDates.Count > 0 && (_submits || word == "的")); // 报个线索哈 我们镇…; 湖滨街道报 督察热线…; 昨天的 河口镇…
        var parted = IsParted(word, closes);
        if (counts || parted)
        {
            Commit();
            _strong = true;
            _closed |= parted && closes;
        }

        return true;
    }

    private void Note(string word)
    {
        _standsIn = word[0] == '代';
        _submits |= word[0] == '补' || word is "代报" or "上报" or "make up" or "现补" or "现在补" or "现在补上" or "漏了" or "漏报了" or "忘了" or "忘报了"; // what follows up to the colon is a header
        _reports |= word is "汇报" or "汇报一下" or "汇报下" or "报送" or "上报" or "报告一下" or "报一下";
    }

    /// <summary>A blank behind what closes a header; or 汇报一下我们街道…, 跟领导报告一下我们镇…, where 我们 parts as well.</summary>
    private bool IsParted(string word, bool closes)
    {
        var tells = _reports && _close == 0;
        return reading.Folded.HasGapBefore(_at) ? closes || tells
            : tells && word[^1] == '下' && reading.Names.Words.Find("我方") is { } ours && reading.Hits.At(ours, _at) is not null;
    }

    /// <summary>昨天的漏了现在补 …, 今天的 河口镇…: behind 的 a blank, or why it comes so late.</summary>
    private bool IsLate(int at)
        => reading.Folded.HasGapBefore(at) || (reading.Hits.At(Entity.LeadPrefix, at) is { } hit && reading.Text[hit.Start] is '漏' or '忘' or '补' or '现');

    /// <summary>3号线索今天见报了 speaks of a lead, 9月3号线索：… brings one.</summary>
    private bool IsNumbered(Hit marker)
        => (marker.End >= reading.Text.Length || reading.Text[marker.End] is not (':' or '\n' or '】')) && !reading.Folded.HasGapBefore(marker.End)
            && reading.Leads.Exists(l => !l.IsBare && l.Start < marker.Start && l.End >= marker.End);

    private bool Count()
    {
        if (reading.Hits.At(Entity.Number, _at) is not { } number || number.End >= reading.Text.Length
            || !(Counters.Contains(reading.Text[number.End], StringComparison.Ordinal) || reading.Hits.At(Entity.LeadMarker, number.End + 1) is not null))
        {
            return false;
        }

        if (reading.Text[number.End] == '个' && number.End + 1 < reading.Text.Length && CharTables.IsHan(reading.Text[number.End + 1]) && !reading.Folded.HasGapBefore(number.End + 1))
        {
            return false; // 线索 三个洲子的矮围…: what is counted belongs to the text
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
            _done = _marked && ((c == ':' && !IsAboveUnit()) || (c == '\n' && Digest.IsHeaded(reading, _at)));
            return _strong = true;
        }

        if (c == '[' && _marked && LeadBracket.Face(reading, _at) is { } face)
        {
            _at = face; // 线索来了[呲牙] …
            _closed = true;
            Commit();
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

    /// <summary>稿件来了，麻烦收一下：\n白沙：…: the header of the one unit is the next line's.</summary>
    private bool IsAboveUnit()
        => _units.Count == 0 && _at < reading.Text.Length && reading.Text[_at] == '\n' && !Digest.IsHeaded(reading, _at + 1)
            && reading.NameHits.Find(n => n.IsUnit && n.Start == _at + 1) is { } unit && unit.End < reading.Text.Length && reading.Text[unit.End] == ':';

    /// <summary>昨天停电没发成\n…: behind the marker a clause to the reader of why so late, or of who reports, with nothing told in it.</summary>
    private bool Aside()
    {
        const int LongestAside = 22;
        const int ShortestText = 12;
        var end = _marked && _closed && _at == _close ? ClauseEnd(_at) : reading.Text.Length;
        if (end - _at > LongestAside || reading.Text.Length - end < ShortestText || !Within(Entity.Aside, end) || Within(Entity.Quantity, end))
        {
            return false;
        }

        _at = end + (Reading.IsSoft(reading.Text[end]) ? 1 : 0);
        Commit();
        return true;
    }

    private int ClauseEnd(int from)
    {
        var at = from + 1;
        while (at < reading.Text.Length && reading.Text[at] is not (',' or '。' or '!' or ';' or ':' or '\n') && !reading.Folded.HasGapBefore(at))
        {
            at++;
        }

        return at;
    }

    private bool Within(int id, int end)
    {
        foreach (var hit in reading.Hits[id])
        {
            if (hit.Start >= _at && hit.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>路荡镇：, 莲胡镇素材：: a unit by its sound, where nothing but a header can stand; null when there is none.</summary>
    private NameHit? Sounding()
    {
        const int LongestName = 6;
        var text = reading.Text;
        var end = _at;
        while (end < text.Length && end - _at < LongestName && CharTables.IsHan(text[end]) && !(end > _at + 2 && "镇局场道办心".Contains(text[end - 1], StringComparison.Ordinal)))
        {
            end++;
        }

        var closes = end - _at > 2 && end < text.Length && (text[end] is ':' or '\n' or '】' || reading.Hits.At(Entity.LeadMarker, end) is not null);
        return closes && _units.Count + _openUnits.Count == 0 && "镇局场道办心".Contains(text[end - 1], StringComparison.Ordinal)
            && reading.Names.Fuzzy.Find(text[_at..end], units: true, people: false) is { Start: 0 } hit && hit.End == end - _at
            ? hit with { Start = _at, End = end } : null;
    }

    /// <summary>莲湖镇——组织…, Lianhu Town - 22 families: a dash behind the unit closes its header.</summary>
    private bool IsDash(char c)
        => c == '-' && _openUnits.Count == 1 && _close == 0 && _at + 1 < reading.Text.Length && (reading.Text[_at + 1] == '-' || (reading.Text[_at - 1] == ' ' && reading.Text[_at + 1] == ' '));
}
