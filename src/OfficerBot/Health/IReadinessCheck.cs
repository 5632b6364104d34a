namespace OfficerBot.Health;

/// <summary>One thing that must hold before the service is of use. Register one more, and <c>/readyz</c> asks it too.</summary>
internal interface IReadinessCheck
{
    /// <summary>A plain name, such as <c>store</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong, in words without names, paths or numbers of anybody; null when it holds. Answers within a second or two.</summary>
    ValueTask<string?> ProblemAsync(CancellationToken cancel);
}
