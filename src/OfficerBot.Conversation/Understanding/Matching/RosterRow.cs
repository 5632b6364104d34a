using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Completes the slots of a roster change from a typed row: 白沙镇 李春生 党建办副主任 19900012001; new names are not on the roster yet.</summary>
internal static class RosterRow
{
    private static readonly char[] Breaks = [' ', '，', ',', '、', '：', ':', '\n', '\t', '/', '|', '；', ';', '。', '（', '）', '(', ')', '\u3000'];
    private static readonly string[] PostEnds =
        ["主任", "局长", "股长", "科长", "镇长", "组长", "部长", "书记", "委员", "干事", "场长", "所长", "站长", "队长", "信息员", "联络员", "专干", "负责人", "科员", "秘书", "台长", "网格员", "通讯员", "文员", "干部"];

    private static readonly string[] EnglishEnds = ["chief", "director", "secretary", "clerk", "manager", "mayor", "section head", "deputy head", "engineer", "assistant", "specialist"];

    private static readonly string[] Introducing = ["我叫", "我名叫", "本人叫", "姓名是", "名字是", "名叫"];

    private static readonly string[] BehindNames = [" as ", " of the", " from the", " at the", " for the", " of ", " from ", " at ", " for "];

    private static readonly string[] Labels =
        ["单位", "姓名", "职务", "电话", "联系电话", "手机", "手机号", "登记", "新增", "添加", "信息员", "换人", "更换", "换人登记", "人员变动", "登记信息员", "新增信息员", "更新", "名单", "报名", "通讯录", "增加", "加入", "我是", "联系方式", "号码", "职位", "报送信息员", "新增人员", "一下", "报备一下", "登记一下", "更新一下", "请", "谢谢", "新来的", "新来", "新任", "接手", "负责", "以后", "今后", "往后", "现在", "原来的", "原来", "您好", "你好", "大家好", "各位好", "领导好", "老师好", "各位老师", "各位领导", "请登记", "辛苦了", "麻烦了"];

    /// <summary>The slots with person, title and phone from the row, for roster_update only.</summary>
    public static Slots Complete(string intent, Slots slots, Reading reading)
    {
        if (intent != "roster_update" || slots.Op is not ("add" or "replace" or null))
        {
            return slots.Op == "remove" ? slots with { Title = null } : slots with { Title = slots.Title?.Split(Breaks, 2)[0] };
        }

        // 信息员 is the post of everybody on the list: it is a title only where the row labels it so.
        var labelled = reading.Text.Contains("职务", StringComparison.Ordinal) || reading.Text.Contains("职位", StringComparison.Ordinal);
        var title = labelled || slots.Title is not ("信息员" or "联络员" or "officer" or "information officer") ? slots.Title : null;
        slots = slots with { Title = title };
        var name = slots.Op == "replace" ? null : Name(slots.Other.GetValueOrDefault("delegate"));
        var named = false;
        foreach (var whole in reading.Folded.Original.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var cell = Introduced(whole);
            if (name is null && Glued(cell, reading) is var cut && cut > 0)
            {
                (name, cell) = (cell[cut..], cell[..cut]); // 环保专干孙二虎
            }

            title = named && cell is "信息员" or "联络员" ? cell : title; // a cell of its own behind the name: 马翠兰 信息员 1990…
            title = PostEnds.Any(p => cell.EndsWith(p, StringComparison.Ordinal)) && !cell.EndsWith("信息员", StringComparison.Ordinal) && !Labels.Contains(cell) && cell.Length <= 16 && !IsUnit(cell, reading) ? cell : title;
            name ??= IsName(cell, reading) ? cell : null;
            named = name == cell;
        }

        title ??= EnglishPost(reading.Folded.Original);
        name ??= slots.Phone is null ? null : Told(reading.Folded.Original);
        name ??= slots.Phone is null ? null : BehindPost(reading); // 统计局新信息员王磊 1990…
        if (slots.Op == "replace")
        {
            return Replaced(labelled ? slots with { Title = title } : slots, reading);
        }

        // 市统计局 刘洋 综合科科长: a section named in the post is no second unit.
        var within = title is null ? null : slots.Units.FirstOrDefault(u => title.StartsWith(u.Words, StringComparison.Ordinal));
        title = within is not null && slots.Units.Count == 1 ? null : title;
        slots = within is not null && slots.Units.Count > 1 ? slots with { Units = [.. slots.Units.Where(u => u != within)] } : slots;
        var persons = slots.Persons.Count == 0 && name is not null ? [new PersonSaid(name, [])] : slots.Persons;
        var other = slots.Other.Where(o => o.Key != "delegate").ToDictionary();
        return slots with { Title = slots.Phone is not null || title is not null ? title : slots.Title, Persons = persons, Other = other };
    }

    /// <summary>我叫曹志强: the name behind it.</summary>
    private static string Introduced(string cell)
    {
        foreach (var word in Introducing)
        {
            if (cell.Length > word.Length + 1 && cell.StartsWith(word, StringComparison.Ordinal))
            {
                return cell[word.Length..];
            }
        }

        return cell;
    }

    /// <summary>我叫孙志远电话1990…: the name said in words that run on; null when there is none.</summary>
    private static string? Told(string text)
    {
        const int LongestName = 3;
        foreach (var word in Introducing)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal) + word.Length;
            var end = at < word.Length ? -1 : text.AsSpan(at).IndexOf("电话") is >= 0 and var phone ? phone : text.AsSpan(at).IndexOf("手机");
            if (end is >= 2 and <= LongestName && text.AsSpan(at, end).IndexOfAnyExceptInRange('\u4e00', '\u9fff') < 0)
            {
                return text.Substring(at, end);
            }
        }

        return null;
    }

    /// <summary>Who goes and who comes: the first name goes, unless only a new one is told (由宋佳接替).</summary>
    private static Slots Replaced(Slots slots, Reading reading)
    {
        var come = Name(slots.Other.GetValueOrDefault("delegate"));
        var known = slots.Persons.Where(p => p.Words != come).ToList();
        slots = slots.Units.Count > 1 ? slots with { Units = [.. slots.Units.Where(u => !IsNewPlace(u, reading))] } : slots;
        var other = slots.Other.Where(o => o.Key != "delegate").ToDictionary();
        var old = come is null && known.Count < 2 ? null : known.FirstOrDefault();
        old ??= Gone(reading, come);
        old ??= other.TryGetValue("old_person", out var said) ? slots.Persons.FirstOrDefault(p => said.Contains(p.Words, StringComparison.Ordinal)) : null; // 原来的段志刚调走了
        if (old is not null)
        {
            other["old_person"] = NameOf(old, reading);
        }

        var fresh = come is null ? known.Skip(old is null ? 0 : 1).ToList() : [slots.Persons.FirstOrDefault(p => p.Words == come) ?? new PersonSaid(come, [])];
        return slots with { Persons = fresh, Other = other, Title = slots.Phone is null ? null : slots.Title };
    }

    /// <summary>王建军调到宣传部去了: where who leaves has gone is not the unit that changes its officer.</summary>
    private static bool IsNewPlace(UnitSaid unit, Reading reading)
        => reading.NameHits.Find(n => n.IsUnit && n.Units.SequenceEqual(unit.Candidates)) is { } hit && reading.Content.Spots.GoneTo.Before(reading.Text.AsSpan(0, hit.Start)) > 0;

    /// <summary>换成周立德，孙浩调走了: who has left is told behind who comes.</summary>
    private static PersonSaid? Gone(Reading reading, string? come)
    {
        var left = reading.Names.Words.Find("离开") is { } id ? reading.Hits[id] : [];
        var gone = reading.NameHits.Find(n => !n.IsUnit && left.Exists(h => h.Start >= n.End && h.Start <= reading.SkipFrom(n.End)) && reading.Folded.Slice(n.Start, n.End) != come);
        return gone is null ? null : new(reading.Folded.Slice(gone.Start, gone.End), gone.People);
    }

    /// <summary>The name at the start of captured words: 李想，电话 gives 李想; null when there is none.</summary>
    private static string? Name(string? captured)
    {
        var cell = captured?.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(c => !Labels.Contains(c)) ?? "";
        if (cell.Length > 0 && char.IsAsciiLetter(cell[0]))
        {
            return captured!.Split(',', '，', ';', '.')[0].Split(BehindNames, StringSplitOptions.None)[0].Trim(); // not empty: its first cell is not
        }

        foreach (var post in new[] { "信息员", "联络员", "通讯员" })
        {
            var at = cell.LastIndexOf(post, StringComparison.Ordinal);
            cell = at >= 0 && at + post.Length < cell.Length ? cell[(at + post.Length)..] : cell;
        }

        foreach (var opening in new[] { "的", "了", "为", "成", "是", "叫", "新的", "一下", "一名", "一个", "一位" })
        {
            cell = cell.Length > opening.Length + 1 && cell.StartsWith(opening, StringComparison.Ordinal) ? cell[opening.Length..] : cell;
        }

        foreach (var label in new[] { "电话", "手机", "号码", "联系" })
        {
            var at = cell.IndexOf(label, StringComparison.Ordinal);
            cell = at > 1 ? cell[..at] : cell; // 换成李小龙了电话是1990…
        }

        foreach (var taking in new[] { "担任", "接任", "接替", "接手", "负责" })
        {
            cell = cell.Length > taking.Length + 1 && cell.EndsWith(taking, StringComparison.Ordinal) ? cell[..^taking.Length] : cell;
        }

        cell = cell.Length > 2 ? cell.TrimEnd('了', '啦', '咯', '哈', '吧', '啊') : cell; // 换成刘小军了
        return cell.Length is >= 2 and <= 4 && cell.All(CharTables.IsHan) ? cell : null;
    }

    /// <summary>Justice Bureau, Ma Li, section chief, 1990…: the part between commas that is a post.</summary>
    private static string? EnglishPost(string text)
    {
        const int LongestPost = 30;
        foreach (var part in text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries))
        {
            if (part.Length is > 3 and <= LongestPost && part.All(c => char.IsAsciiLetter(c) || c == ' ') && EnglishEnds.Any(e => part.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Where the name begins in a cell of post and name: 环保专干孙二虎; 0 when it is no such cell.</summary>
    private static int Glued(string cell, Reading reading)
    {
        const int LongestCell = 12;
        foreach (var post in cell.Length <= LongestCell ? PostEnds : [])
        {
            var end = cell.IndexOf(post, StringComparison.Ordinal) + post.Length;
            if (end > post.Length && post is not ("信息员" or "联络员") && cell.Length - end is 2 or 3 && IsName(cell[end..], reading) && !IsUnit(cell[..end], reading))
            {
                return end;
            }
        }

        return 0;
    }

    private static string? BehindPost(Reading reading)
    {
        foreach (var hit in reading.Hits[Entity.Post])
        {
            var cell = reading.Folded.Slice(hit.End, Math.Min(reading.Text.Length, hit.End + 6)).Split(Breaks)[0];
            if (IsName(cell, reading) && cell.Length <= 3)
            {
                return cell;
            }
        }

        return null;
    }

    private static string NameOf(PersonSaid person, Reading reading)
        => person.Candidates.Count > 0 ? reading.Names.Roster[person.Candidates[0]].Name : person.Words;

    private static bool IsUnit(string cell, Reading reading) => reading.NameHits.Exists(n => n.IsUnit && n.End - n.Start == cell.Length && reading.Folded.Slice(n.Start, n.End) == cell);

    private static bool IsName(string cell, Reading reading)
        => cell.Length is >= 2 and <= 4 && cell.All(CharTables.IsHan) && !Labels.Contains(cell) && !PostEnds.Any(p => cell.EndsWith(p, StringComparison.Ordinal))
            && !reading.Hits[Entity.BotName].Exists(b => b.Length == cell.Length && reading.Folded.Slice(b.Start, b.End) == cell)
            && !IsUnit(cell, reading) && !reading.NameHits.Exists(n => n.IsUnit && reading.Folded.Slice(n.Start, n.End).StartsWith(cell, StringComparison.Ordinal))
            && !(cell.Length > 2 && "镇局科办委".Contains(cell[^1], StringComparison.Ordinal));
}
