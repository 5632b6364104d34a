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
internal sealed partial class LeadFrameReader(Reading reading)
{
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
    private bool _reports;
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
        Preface();
        while (_at < limit && !_done && (Name() || Sender() || Date() || Marker() || UnknownUnit() || Category() || Addressee() || Salute() || Prefix() || Count() || Punctuation() || Aside()))
        {
        }

        if (!_marked && (LeadAnnouncement.Find(reading) ?? LeadAnnouncement.Above(reading)) is { } announced)
        {
            Announced(announced);
        }

        if (_marked && !_closed && reading.Hits.At(Entity.LeadMarker, _itemsFrom) is { } cheered && LeadAnnouncement.Spoken(reading, cheered) is var text && text >= _close)
        {
            (_close, _closed) = (text, true); // 线索走起～石桥镇…
        }

        _marked |= _at == 0 && LeadAnnouncement.IsLabelled(reading.Text);
        _close = _marked || _closed ? LeadAnnouncement.BehindLabel(reading.Text, _marked ? LeadAnnouncement.BehindMarkers(reading, _close) : _close) : _close;
        var end = LeadSignature.Of(reading, _close, _units, _dates);
        if (!_marked && LeadSignature.Marker(reading, _close) is { } closing)
        {
            _units.AddRange(_units.Count == 0 ? reading.NameHits.FindAll(n => n.IsUnit && n.Start > closing) : []); // …到账。线索，白沙
            end = Math.Min(end, closing);
            _marked = true;
            _itemsFrom = _close;
        }

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

    /// <summary>【城西街道·一日一报】: a bracket at the start with a unit in it is a header as a whole; [送花花] is passed over.</summary>
    private void Bracket()
    {
        if (LeadBracket.Find(reading) is not { } bracket)
        {
            return;
        }

        _openUnits.AddRange(bracket.Units);
        _openDates.AddRange(bracket.Dates);
        _at = bracket.End;
        _closed = bracket.Units.Count > 0;
        Commit();
        _strong = true;
    }

    /// <summary>Takes over a marker that stands further on: what stands before it is header.</summary>
    private void Announced(LeadAnnouncement announced)
    {
        _itemsFrom = announced.Marker;
        _at = announced.Text;
        _marked = _closed = true;
        _openUnits.Clear();
        _openDates.Clear();
        _openUnits.AddRange(reading.NameHits.Where(n => n.IsUnit && _units.Count == 0 && (announced.HasHeader(reading, n) || (n.End <= announced.Marker && n.Start <= 4 && !LeadAnnouncement.IsPlace(reading.Text, n.Start)))));
        _openDates.AddRange(reading.Dates.Where(d => d.End <= announced.Marker && !d.From.HasTime && _dates.Count == 0));
        Commit();
    }

    private bool Name()
    {
        if ((reading.NameHits.Find(n => n.Start == _at && n.IsUnit) ?? Sounding()) is not { } unit)
        {
            return false;
        }

        _openUnits.Add(unit);
        _at = unit.End;
        _strong = false;
        // 白沙镇 今天…; 线索一条 白沙镇 今天…: a unit that blanks part from the text is its header.
        if (reading.Folded.HasGapBefore(_at) && _openUnits.Count == 1 && (_marked ? reading.Folded.HasGapBefore(unit.Start) : _close == _preface))
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

        // 【线索】国庆期间，…: behind the mark a date belongs to the text, unless it closes a header of its own (线索 双桥镇 9月15日 组织…).
        var parted = _units.Count > 0 && reading.Folded.HasGapBefore(_at) && reading.Folded.HasGapBefore(date.End);
        if (_marked && _closed && !parted && (date.End >= reading.Text.Length || reading.Text[date.End] is not (':' or '\n' or ')' or '】')))
        {
            return false;
        }

        _openDates.Add(date);
        _at = date.End;
        _at += _at < reading.Text.Length && reading.Text[_at] == '的' && (_submits || IsLate(_at + 1) || LeadAnnouncement.IsHeader(reading, _at + 1, _marked || _units.Count > 0)) ? 1 : 0;

        _strong = false;
        if ((_units.Count > 0 || _submits || _close == 0) && _dates.Count == 0 && _openDates.Count > 0 && ((parted && _marked) || (reading.Text[_at - 1] == '的' && reading.Folded.HasGapBefore(_at))))
        {
            Commit(); // 柳林 报昨天的 …; 补昨天的 …
        }

        return true;
    }

    private bool Marker()
    {
        if (reading.Hits.At(Entity.LeadMarker, _at) is not { } hit || IsNumbered(hit))
        {
            return false;
        }

        _itemsFrom = _at;
        _marked = true;
        Take(LeadAnnouncement.Whole(reading, hit));
        _closed |= reading.Folded.HasGapBefore(_at);
        Commit();
        return _strong = true;
    }

    private bool UnknownUnit()
    {
        if (!_standsIn || _marked || LeadBracket.StrangeUnit(reading, _at) is not { } end)
        {
            return false;
        }

        _unknownUnit = (_at, end);
        _marked = true;
        _at = end + 1;
        return true;
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
