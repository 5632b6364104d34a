namespace OfficerBot.Protocol.Authentication;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
public enum CloudName
{
    /// <summary>The public one.</summary>
    Public,

    /// <summary>US Government: GCC High and DoD.</summary>
    UsGov,

    /// <summary>China, run by 21Vianet.</summary>
    China,
}
