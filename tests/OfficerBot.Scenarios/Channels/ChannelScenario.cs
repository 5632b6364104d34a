namespace OfficerBot.Scenarios.Channels;

/// <summary>A scenario in an office shared by its class; whatever it is about, the judge must have no complaint at its end.</summary>
public abstract class ChannelScenario(ChannelOffice office) : IAsyncLifetime
{
    private int _complaints;

    private protected ChannelOffice Meeting => office;

    /// <summary>Messages are given up in this class, which is logged as an error.</summary>
    private protected virtual bool GivesUp => false;

    private protected FakeChannel Channel => office.Channel;

    public async Task InitializeAsync() => _complaints = (await Channel.StateAsync()).Complaints.Count;

    public async Task DisposeAsync()
    {
        (await Channel.StateAsync()).Complaints.Skip(_complaints).Should().BeEmpty();
        if (!GivesUp)
        {
            office.Office.Errors.Lines.Should().BeEmpty();
        }
    }
}
