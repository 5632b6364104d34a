using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>What stands in a lead's header beside units, dates and the marker: addresses, counts, categories and the punctuation that closes it.</summary>
internal sealed class HeaderMarks(Reading reading, LeadHeader header)
{
    private const string Counters = "条篇则个件";
    private static readonly SearchValues<char> LightMarks = SearchValues.Create(",。!()-.、~|\n 【[:+*#");

    /// <summary>我是新来的，第一次报，不晓得对不对：\n…: a first line to the reader that ends in a colon and tells nothing.</summary>
    public void Preface()
    {
        const int LongestLine = 40;
        var end = header.At > 0 ? -1 : reading.Text.AsSpan(0, Math.Min(LongestLine, reading.Text.Length)).IndexOf('\n');
        if (end < 2 || reading.Text[end - 1] != ':' || !Within(Entity.Aside, end) || Within(Entity.Quantity, end))
        {
            return;
        }

        header.OpenUnits.AddRange(reading.NameHits.FindAll(n => n.IsUnit && n.End < end));
        header.IsMarked = Within(Entity.LeadMarker, end);
        header.IsClosed = header.IsMarked || header.OpenUnits.Count > 0;
        header.ItemsFrom = end + 1;
        header.At = header.Preface = end + 1;
        header.Commit();
    }

    /// <summary>典型案例线索：, 线索（群众获得感类）：.</summary>
    public bool Category()
    {
        if (LeadBracket.Category(reading, header.At, header.IsMarked, header.IsStrong) is not { } said)
        {
            return false;
        }

        if (!header.IsMarked && LeadBracket.IsLabel(reading.Text, header.At, said.End) && LeadJudge.Tells(reading))
        {
            header.IsMarked = true; // 典型案例：某作坊…被罚款6.8万元
            header.ItemsFrom = said.End;
        }

        header.Categories.Add(said.Number);
        (header.At, header.IsStrong) = (said.End, false);
        header.IsClosed |= header.At < reading.Text.Length && reading.Text[header.At] is '。' or '\n';
        return true;
    }

    /// <summary>双桥镇 周晓燕 9月15日 线索 …: who sends it, parted by blanks in the header.</summary>
    public bool Sender()
    {
        if (header.IsMarked || header.Units.Count == 0 || reading.NameHits.Find(n => n.Start == header.At && !n.IsUnit) is not { } person || !reading.Folded.HasGapBefore(header.At) || !reading.Folded.HasGapBefore(person.End))
        {
            return false;
        }

        header.At = person.End;
        return true;
    }

    /// <summary>机器人，…, @信息员助手 …: who is spoken to.</summary>
    public bool Addressee()
    {
        if (reading.Hits.At(Entity.BotName, reading.Text[header.At] == '@' ? header.At + 1 : header.At) is not { } bot)
        {
            return false;
        }

        header.At = bot.End;
        header.Commit();
        return true;
    }

    public bool Salute()
    {
        if (reading.Hits.At(Entity.Salute, header.At) is not { } salute)
        {
            return false;
        }

        header.Take(salute);
        header.Commit();
        return header.IsStrong = true;
    }

    public bool Count()
    {
        if (reading.Hits.At(Entity.Number, header.At) is not { } number || number.End >= reading.Text.Length
            || !(Counters.Contains(reading.Text[number.End], StringComparison.Ordinal) || reading.Hits.At(Entity.LeadMarker, number.End + 1) is not null))
        {
            return false;
        }

        if (reading.Text[number.End] == '个' && number.End + 1 < reading.Text.Length && CharTables.IsHan(reading.Text[number.End + 1]) && !reading.Folded.HasGapBefore(number.End + 1))
        {
            return false; // 线索 三个洲子的矮围…: what is counted belongs to the text
        }

        header.At = number.End + 1;
        header.IsStrong = header.IsMarked;
        if (header.IsMarked)
        {
            header.Commit();
        }

        return true;
    }

    /// <summary>Moves over a mark, which may close the header.</summary>
    public bool Punctuation()
    {
        var c = reading.Text[header.At];
        if (c == ':' && header.Submits && header.OpenDates.Count > 0)
        {
            header.IsMarked = true;
            header.ItemsFrom = header.At + 1;
        }

        return Closing(c) || Face(c) || Light(c);
    }

    /// <summary>河口镇：, 【线索】: what stood before it is header.</summary>
    private bool Closing(char c)
    {
        var closes = c is ':' or '\n' or '】' or ']' or '|' || IsDash(c);
        if (!closes || !(header.OpenUnits.Count > 0 || header.IsMarked || (header.IsClosed && header.OpenDates.Count > 0)))
        {
            return false;
        }

        CloseBehind(header.At + 1);
        header.IsDone = header.IsMarked && ((c == ':' && !IsAboveUnit()) || (c == '\n' && Digest.IsHeaded(reading, header.At)));
        return true;
    }

    /// <summary>线索来了[呲牙] …: a picture of the channel behind the marker.</summary>
    private bool Face(char c)
    {
        if (c != '[' || !header.IsMarked || LeadBracket.Face(reading, header.At) is not { } end)
        {
            return false;
        }

        CloseBehind(end);
        return true;
    }

    private void CloseBehind(int end)
    {
        header.At = end;
        header.IsClosed = true;
        header.IsStrong = true;
        header.Commit();
    }

    /// <summary>Commas, brackets, blanks: they close a header only behind what is strong, or behind its marker.</summary>
    private bool Light(char c)
    {
        if (!LightMarks.Contains(c))
        {
            return false;
        }

        header.At++;
        header.IsClosed |= header.IsMarked && c is '~' or '!';
        if (header.IsStrong || (header.IsMarked && c is not (' ' or '、' or '(')))
        {
            header.Commit();
        }

        return c is not '(' || header.IsMarked || header.OpenUnits.Count > 0 || header.IsClosed;
    }

    /// <summary>稿件来了，麻烦收一下：\n白沙：…: the header of the one unit is the next line's.</summary>
    private bool IsAboveUnit()
        => header.Units.Count == 0 && header.At < reading.Text.Length && reading.Text[header.At] == '\n' && !Digest.IsHeaded(reading, header.At + 1)
            && reading.NameHits.Find(n => n.IsUnit && n.Start == header.At + 1) is { } unit && unit.End < reading.Text.Length && reading.Text[unit.End] == ':';

    /// <summary>昨天停电没发成\n…: behind the marker a clause to the reader of why so late, or of who reports, with nothing told in it.</summary>
    public bool Aside()
    {
        const int LongestAside = 22;
        const int ShortestText = 12;
        var end = header.IsMarked && header.IsClosed && header.At == header.Close ? ClauseEnd(header.At) : reading.Text.Length;
        if (end - header.At > LongestAside || reading.Text.Length - end < ShortestText || !Within(Entity.Aside, end) || Within(Entity.Quantity, end))
        {
            return false;
        }

        header.At = end + (Reading.IsSoft(reading.Text[end]) ? 1 : 0);
        header.Commit();
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
            if (hit.Start >= header.At && hit.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>莲湖镇——组织…, Lianhu Town - 22 families: a dash behind the unit closes its header.</summary>
    private bool IsDash(char c)
        => c == '-' && header.OpenUnits.Count == 1 && header.Close == 0 && header.At + 1 < reading.Text.Length && (reading.Text[header.At + 1] == '-' || (reading.Text[header.At - 1] == ' ' && reading.Text[header.At + 1] == ' '));
}
