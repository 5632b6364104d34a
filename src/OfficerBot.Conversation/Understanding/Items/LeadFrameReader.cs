using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>
/// Reads what stands before a lead's text: 各位好，今天我单位线索一条：, 【河口镇】, 补报昨天线索：, News lead from X:. Moves over known tokens; what was
/// read counts only up to the last closing mark, so a unit that is the subject of the sentence stays in the text.
/// </summary>
internal sealed class LeadFrameReader
{
    /// <summary>No header is longer.</summary>
    private const int Limit = 300;
    private readonly Reading _reading;
    private readonly LeadHeader _header;
    private readonly HeaderMarks _marks;

    private LeadFrameReader(Reading reading)
    {
        (_reading, _header) = (reading, new());
        _marks = new(reading, _header);
    }

    /// <summary>Reads the frame.</summary>
    public static LeadFrame Read(Reading reading)
    {
        var reader = new LeadFrameReader(reading);
        reader.Scan();
        reader.LookFurther();
        return reader.Framed();
    }

    /// <summary>Moves over all tokens of a header.</summary>
    private void Scan()
    {
        Bracket();
        _marks.Preface();
        var limit = Math.Min(_reading.Text.Length, Limit);
        while (_header.At < limit && !_header.IsDone && IsToken())
        {
        }
    }

    private bool IsToken()
        => Name() || _marks.Sender() || Date() || Marker() || UnknownUnit() || _marks.Category() || _marks.Addressee() || _marks.Salute() || HeaderPrefix.Read(_reading, _header)
            || _marks.Count() || _marks.Punctuation() || _marks.Aside();

    /// <summary>Looks for a marker that stands further on, and for labels of the text.</summary>
    private void LookFurther()
    {
        if (!_header.IsMarked && (LeadAnnouncement.Find(_reading) ?? LeadAnnouncement.Above(_reading)) is { } announced)
        {
            Announced(announced);
        }

        if (_header.IsMarked && !_header.IsClosed && _reading.Hits.At(Entity.LeadMarker, _header.ItemsFrom) is { } cheered && LeadAnnouncement.Spoken(_reading, cheered) is var text && text >= _header.Close)
        {
            (_header.Close, _header.IsClosed) = (text, true); // 线索走起～石桥镇…
        }

        _header.IsMarked |= _header.At == 0 && LeadAnnouncement.IsLabelled(_reading.Text);
        _header.Close = _header.IsMarked || _header.IsClosed ? LeadAnnouncement.BehindLabel(_reading.Text, _header.IsMarked ? LeadAnnouncement.BehindMarkers(_reading, _header.Close) : _header.Close) : _header.Close;
    }

    private LeadFrame Framed()
    {
        var end = LeadSignature.Of(_reading, _header.Close, _header.Units, _header.Dates);
        if (!_header.IsMarked && LeadSignature.Marker(_reading, _header.Close) is { } closing)
        {
            _header.Units.AddRange(_header.Units.Count == 0 ? _reading.NameHits.FindAll(n => n.IsUnit && n.Start > closing) : []); // …到账。线索，白沙
            end = Math.Min(end, closing);
            _header.IsMarked = true;
            _header.ItemsFrom = _header.Close;
        }

        if (_header.At >= _reading.Text.Length)
        {
            _header.Close = _header.At; // nothing but header words: 白沙镇今日线索 asks, it tells nothing
        }

        return new(_header.IsMarked ? _header.ItemsFrom : _header.Close, _header.Close, _header.IsMarked, _header.IsClosed, _header.Units, _header.Dates, _header.UnknownUnit)
        {
            Categories = _header.IsMarked ? _header.Categories : [],
            End = end,
        };
    }

    /// <summary>【城西街道·一日一报】: a bracket at the start with a unit in it is a header as a whole; [送花花] is passed over.</summary>
    private void Bracket()
    {
        if (LeadBracket.Find(_reading) is not { } bracket)
        {
            return;
        }

        _header.OpenUnits.AddRange(bracket.Units);
        _header.OpenDates.AddRange(bracket.Dates);
        _header.At = bracket.End;
        _header.IsClosed = bracket.Units.Count > 0;
        _header.Commit();
        _header.IsStrong = true;
    }

    /// <summary>Takes over a marker that stands further on: what stands before it is header.</summary>
    private void Announced(LeadAnnouncement announced)
    {
        _header.ItemsFrom = announced.Marker;
        _header.At = announced.Text;
        _header.IsMarked = _header.IsClosed = true;
        _header.OpenUnits.Clear();
        _header.OpenDates.Clear();
        _header.OpenUnits.AddRange(_reading.NameHits.Where(n => n.IsUnit && _header.Units.Count == 0 && (announced.HasHeader(_reading, n) || (n.End <= announced.Marker && n.Start <= 4 && !LeadAnnouncement.IsPlace(_reading.Text, n.Start)))));
        _header.OpenDates.AddRange(_reading.Dates.Where(d => d.End <= announced.Marker && !d.From.HasTime && _header.Dates.Count == 0));
        _header.Commit();
    }

    private bool Name()
    {
        if ((_reading.NameHits.Find(n => n.Start == _header.At && n.IsUnit) ?? Sounding()) is not { } unit)
        {
            return false;
        }

        _header.OpenUnits.Add(unit);
        _header.At = unit.End;
        _header.IsStrong = false;
        // 白沙镇 今天…; 线索一条 白沙镇 今天…: a unit that blanks part from the text is its header.
        if (_reading.Folded.HasGapBefore(_header.At) && _header.OpenUnits.Count == 1 && (_header.IsMarked ? _reading.Folded.HasGapBefore(unit.Start) : _header.Close == _header.Preface))
        {
            _header.Commit();
            _header.IsClosed = true;
        }

        return true;
    }

    private bool Date()
    {
        if (_reading.Dates.Find(d => d.Start == _header.At) is not { } date || _reading.Hits.At(Entity.LeadMarker, _header.At) is not null)
        {
            return false;
        }

        // 【线索】国庆期间，…: behind the mark a date belongs to the text, unless it closes a header of its own (线索 双桥镇 9月15日 组织…).
        var parted = _header.Units.Count > 0 && _reading.Folded.HasGapBefore(_header.At) && _reading.Folded.HasGapBefore(date.End);
        if (_header.IsMarked && _header.IsClosed && !parted && (date.End >= _reading.Text.Length || _reading.Text[date.End] is not (':' or '\n' or ')' or '】')))
        {
            return false;
        }

        _header.OpenDates.Add(date);
        _header.At = date.End;
        _header.At += _header.At < _reading.Text.Length && _reading.Text[_header.At] == '的' && (_header.Submits || IsLate(_header.At + 1) || LeadAnnouncement.IsHeader(_reading, _header.At + 1, _header.IsMarked || _header.Units.Count > 0)) ? 1 : 0;

        _header.IsStrong = false;
        if ((_header.Units.Count > 0 || _header.Submits || _header.Close == 0) && _header.Dates.Count == 0 && _header.OpenDates.Count > 0 && ((parted && _header.IsMarked) || (_reading.Text[_header.At - 1] == '的' && _reading.Folded.HasGapBefore(_header.At))))
        {
            _header.Commit(); // 柳林 报昨天的 …; 补昨天的 …
        }

        return true;
    }

    private bool Marker()
    {
        if (_reading.Hits.At(Entity.LeadMarker, _header.At) is not { } hit || IsNumbered(hit))
        {
            return false;
        }

        _header.ItemsFrom = _header.At;
        _header.IsMarked = true;
        _header.Take(LeadAnnouncement.Whole(_reading, hit));
        _header.IsClosed |= _reading.Folded.HasGapBefore(_header.At);
        _header.Commit();
        return _header.IsStrong = true;
    }

    private bool UnknownUnit()
    {
        if (!_header.StandsIn || _header.IsMarked || LeadBracket.StrangeUnit(_reading, _header.At) is not { } end)
        {
            return false;
        }

        _header.UnknownUnit = (_header.At, end);
        _header.IsMarked = true;
        _header.At = end + 1;
        return true;
    }

    /// <summary>3号线索今天见报了 speaks of a lead, 9月3号线索：… brings one.</summary>
    private bool IsNumbered(Hit marker)
        => (marker.End >= _reading.Text.Length || _reading.Text[marker.End] is not (':' or '\n' or '】')) && !_reading.Folded.HasGapBefore(marker.End)
            && _reading.Leads.Exists(l => !l.IsBare && l.Start < marker.Start && l.End >= marker.End);

    /// <summary>昨天的漏了现在补 …, 今天的 河口镇…: behind 的 a blank, or why it comes so late.</summary>
    private bool IsLate(int at)
        => _reading.Folded.HasGapBefore(at) || (_reading.Hits.At(Entity.LeadPrefix, at) is { } hit && _reading.Text[hit.Start] is '漏' or '忘' or '补' or '现');

    /// <summary>路荡镇：, 莲胡镇素材：: a unit by its sound, where nothing but a header can stand; null when there is none.</summary>
    private NameHit? Sounding()
    {
        const int LongestName = 6;
        var (text, ends) = (_reading.Text, _reading.Content.Spots.Headers.UnitEnds);
        var end = _header.At;
        while (end < text.Length && end - _header.At < LongestName && CharTables.IsHan(text[end]) && !(end > _header.At + 2 && ends.Before(text.AsSpan(0, end)) > 0))
        {
            end++;
        }

        var closes = end - _header.At > 2 && end < text.Length && (text[end] is ':' or '\n' or '】' || _reading.Hits.At(Entity.LeadMarker, end) is not null);
        return closes && _header.Units.Count + _header.OpenUnits.Count == 0 && ends.Before(text.AsSpan(0, end)) > 0
            && _reading.Names.Fuzzy.Find(text[_header.At..end], units: true, people: false) is { Start: 0 } hit && hit.End == end - _header.At
            ? hit with { Start = _header.At, End = end } : null;
    }
}
