namespace OfficerBot.Scenarios.Fuzz;

/// <summary>One request that nobody in his right mind would send.</summary>
/// <param name="Kind">Which of the four sorts, for the figures.</param>
/// <param name="How">What was done, for whoever has to find out.</param>
/// <param name="MustBeRefused">It proves nothing, so it may not be taken.</param>
internal sealed record FuzzInput(string Kind, string How, HttpMethod Method, string Path, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers, bool MustBeRefused = false)
{
    /// <summary>The request; a new one each time.</summary>
    public HttpRequestMessage Request(Uri root)
    {
        var request = new HttpRequestMessage(Method, new Uri(root, Path));
        if (Method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            var clean = string.Concat(value.Where(c => c is not ('\r' or '\n' or '\0'))); // HTTP itself ends there
            if (!request.Headers.TryAddWithoutValidation(name, clean))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, clean);
            }
        }

        return request;
    }

    public override string ToString() => $"{Kind}, {How}: {Method} {Path}, {Body.Length} bytes";
}
