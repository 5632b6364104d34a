using OfficerBot.Mailing;
using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.CrashPoints;

/// <summary>Holds what a life of the service left, and the next one settled, against what was promised.</summary>
internal sealed class CrashJudge(KillClient officer, ChannelClient channelOfficer, PlainChannel channel)
{
    /// <summary>Letters and channel receipts that were sent twice.</summary>
    public int Doubled { get; private set; }

    /// <summary>Acknowledged turns.</summary>
    public int Acknowledged => officer.Acknowledged.Count + channelOfficer.Acknowledged.Count;

    /// <summary>Judges what a life has settled of the one before it.</summary>
    /// <param name="before">Where that one ended; null for none.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="today">The office day it ended on.</param>
    /// <param name="mails">All that the mail servers took so far.</param>
    public void Judge(Place? before, string data, string today, IReadOnlyList<TakenMail> mails)
    {
        if (before is null)
        {
            return;
        }

        using var left = new Ledgers(data);
        var leads = left.Leads;
        officer.GivenTwoIds.Should().Be(0, before.Name);
        officer.Acknowledged.Where(a => leads[a.Mark].Count() != 1 || left.Receipts[a.Id].Count() != 1).Should().BeEmpty(before.Name);
        channelOfficer.Acknowledged.Where(mark => leads[mark].Count() != 1).Should().BeEmpty(before.Name);
        leads.Count.Should().Be(Acknowledged, before.Name);
        left.Doubled.Should().BeEmpty(before.Name);
        left.Gaps.Should().BeEmpty(before.Name);
        if (before.Work == Work.Reminder)
        {
            left.Nudges(today).Should().BePositive(before.Name);
        }

        JudgeReceipts(before);
        JudgeMail(before, left, mails);
    }

    private void JudgeReceipts(Place before)
    {
        var receipts = channel.Taken.ToLookup(r => r.ReplyTo);
        foreach (var mark in channelOfficer.Acknowledged)
        {
            receipts[ChannelClient.IdOf(mark)].Select(r => r.Text).Distinct().Should().ContainSingle(before.Name);
        }

        if (before.Work == Work.ChannelTurn)
        {
            var copies = receipts[ChannelClient.IdOf(channelOfficer.Acknowledged[^1])].Count();
            copies.Should().BeLessThanOrEqualTo(before.MayDouble ? 2 : 1, before.Name);
            Doubled += copies - 1;
        }
    }

    private void JudgeMail(Place before, Ledgers left, IReadOnlyList<TakenMail> mails)
    {
        var letters = mails.ToLookup(m => m.MessageId);
        letters.Count.Should().Be(left.MailStates.Count, before.Name);
        left.MailStates.Where(m => m.State != "accepted").Should().BeEmpty(before.Name);
        letters.Where(copies => copies.Select(c => c.Text).Distinct().Count() > 1).Should().BeEmpty("a second copy has the same bytes and Message-ID");
        if (before.Work == Work.Letter)
        {
            var newest = left.MailStates[^1];
            var copies = letters.Single(l => l.Key!.Contains(newest.MessageId, StringComparison.Ordinal)).Count();
            copies.Should().BeLessThanOrEqualTo(before.MayDouble ? 2 : 1, before.Name);
            (newest.MayBeDuplicate || copies == 1).Should().BeTrue("people are told when it may be there twice");
            Doubled += copies - 1;
        }
    }
}
