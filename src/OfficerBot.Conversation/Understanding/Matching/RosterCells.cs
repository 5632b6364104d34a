using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>The cells of a typed roster row: which is the name and which the post (白沙镇 李春生 党建办副主任 19900012001).</summary>
internal sealed class RosterCells
{
    /// <summary>What parts cells.</summary>
    public static readonly char[] Breaks = [' ', '，', ',', '、', '：', ':', '\n', '\t', '/', '|', '；', ';', '。', '（', '）', '(', ')', '\u3000'];

    private readonly Reading _reading;
    private readonly RosterSpots _spots;

    /// <summary>Reads the row, with what general filling has found in it.</summary>
    public RosterCells(Reading reading, Slots slots)
    {
        (_reading, _spots, Title) = (reading, reading.Content.Spots.Roster, slots.Title);
        Name = slots.Op == "replace" ? null : NameIn(slots.Other.GetValueOrDefault("delegate"));
        var named = false;
        foreach (var cell in reading.Folded.Original.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            named = Read(cell[Introduction(cell)..], named);
        }

        Title ??= EnglishPost(reading.Folded.Original);
        Name ??= slots.Phone is null ? null : Told(reading.Folded.Original) ?? BehindPost();
    }

    /// <summary>The new name; null when there is none.</summary>
    public string? Name { get; private set; }

    /// <summary>The post; null when there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>The name at the start of captured words: 李想，电话 gives 李想; null when there is none.</summary>
    public string? NameIn(string? captured)
    {
        var cell = captured?.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(c => !_spots.Labels.Is(c)) ?? "";
        if (cell.Length > 0 && char.IsAsciiLetter(cell[0]))
        {
            var name = captured!.Split(',', '，', ';', '.')[0]; // not empty: its first cell is not
            return (_spots.BehindNames.First(name, from: 1).At is > 0 and var end ? name[..end] : name).Trim();
        }

        cell = WithoutEnd(WithoutNumber(WithoutOpening(BehindPosts(cell))));
        return cell.Length is >= 2 and <= 4 && cell.All(CharTables.IsHan) ? cell : null;
    }

    /// <summary>Takes name or post from a cell; true when it is the name.</summary>
    /// <param name="named">The cell before was the name.</param>
    private bool Read(string cell, bool named)
    {
        if (Name is null && Glued(cell) is > 0 and var cut)
        {
            (Name, cell) = (cell[cut..], cell[..cut]); // 环保专干孙二虎
        }

        var isPost = _spots.PostEnds.Before(cell) > 0 && !_spots.Labels.Is(cell) && cell.Length <= 16 && !IsUnit(cell);
        Title = isPost || (named && _spots.Everybodys.Is(cell)) ? cell : Title; // a cell of its own behind the name: 马翠兰 信息员 1990…
        Name ??= IsName(cell) ? cell : null;
        return Name == cell;
    }

    /// <summary>我叫曹志强: where the name begins.</summary>
    private int Introduction(string cell) => _spots.Introducing.At(cell, leaving: 2);

    /// <summary>我叫孙志远电话1990…: the name said in words that run on; null when there is none.</summary>
    private string? Told(string text)
    {
        const int LongestName = 3;
        var (at, length) = _spots.Introducing.First(text);
        var rest = at < 0 ? "" : text[(at + length)..];
        var end = _spots.Phone.First(rest).At;
        return end is >= 2 and <= LongestName && rest.AsSpan(0, end).IndexOfAnyExceptInRange('\u4e00', '\u9fff') < 0 ? rest[..end] : null;
    }

    /// <summary>统计局新信息员王磊 1990…: the name behind a post.</summary>
    private string? BehindPost()
    {
        foreach (var hit in _reading.Hits[Entity.Post])
        {
            var cell = _reading.Folded.Slice(hit.End, Math.Min(_reading.Text.Length, hit.End + 6)).Split(Breaks)[0];
            if (IsName(cell) && cell.Length <= 3)
            {
                return cell;
            }
        }

        return null;
    }

    private string BehindPosts(string cell)
    {
        var start = cell.Length - 1;
        while (start > 0 && _spots.PostsBefore.Before(cell.AsSpan(0, start)) == 0)
        {
            start--;
        }

        return start > 0 ? cell[start..] : cell;
    }

    private string WithoutOpening(string cell)
    {
        while (_spots.NameOpenings.At(cell, leaving: 2) is > 0 and var opening)
        {
            cell = cell[opening..];
        }

        return cell;
    }

    /// <summary>换成李小龙了电话是1990…: what is said of the number is no name.</summary>
    private string WithoutNumber(string cell) => _spots.PhoneLabels.First(cell).At is > 1 and var number ? cell[..number] : cell;

    /// <summary>换成刘小军了, 由宋佳接替: without the verb and the sigh.</summary>
    private string WithoutEnd(string cell)
    {
        cell = cell[..^_spots.Taking.Before(cell, leaving: 2)];
        while (cell.Length > 2 && _spots.Sighs.Before(cell) is > 0 and var sigh)
        {
            cell = cell[..^sigh];
        }

        return cell;
    }

    /// <summary>Justice Bureau, Ma Li, section chief, 1990…: the part between commas that is a post.</summary>
    private string? EnglishPost(string text)
    {
        const int LongestPost = 30;
        return text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries)
            .FirstOrDefault(p => p.Length is > 3 and <= LongestPost && p.All(c => char.IsAsciiLetter(c) || c == ' ') && _spots.EnglishPostEnds.Before(p) > 0);
    }

    /// <summary>Where the name begins in a cell of post and name: 环保专干孙二虎; 0 when it is no such cell.</summary>
    private int Glued(string cell)
    {
        const int LongestCell = 12;
        for (var end = cell.Length - 3; end <= cell.Length - 2 && cell.Length <= LongestCell; end++)
        {
            if (end > 0 && _spots.PostEnds.Before(cell.AsSpan(0, end)) > 0 && _spots.Everybodys.Before(cell.AsSpan(0, end)) == 0 && IsName(cell[end..]) && !IsUnit(cell[..end]))
            {
                return end;
            }
        }

        return 0;
    }

    private bool IsUnit(string cell) => _reading.NameHits.Exists(n => n.IsUnit && n.End - n.Start == cell.Length && _reading.Folded.Slice(n.Start, n.End) == cell);

    private bool IsName(string cell)
        => cell.Length is >= 2 and <= 4 && cell.All(CharTables.IsHan) && !_spots.Labels.Is(cell) && _spots.PostEnds.Before(cell) == 0 && _spots.Everybodys.Before(cell) == 0
            && !_reading.Hits[Entity.BotName].Exists(b => b.Length == cell.Length && _reading.Folded.Slice(b.Start, b.End) == cell)
            && !IsUnit(cell) && !_reading.NameHits.Exists(n => n.IsUnit && _reading.Folded.Slice(n.Start, n.End).StartsWith(cell, StringComparison.Ordinal))
            && !(cell.Length > 2 && _spots.UnitEnds.Before(cell) > 0);
}
