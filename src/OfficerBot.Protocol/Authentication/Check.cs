namespace OfficerBot.Protocol.Authentication;

/// <summary>One thing that has to be true of a request. All of them stand in <see cref="CheckList"/>.</summary>
/// <param name="Reason">Fixed name of its failure, for log and metric.</param>
/// <param name="Status">401: proves nothing. 403: proved, and not allowed.</param>
internal abstract record Check(string Reason, int Status);

/// <summary>A check that can be made.</summary>
/// <typeparam name="T">What is known at that point.</typeparam>
internal sealed record Check<T>(string Reason, int Status, Func<T, bool> IsMet) : Check(Reason, Status);
