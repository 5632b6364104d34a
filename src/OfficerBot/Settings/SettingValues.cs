namespace OfficerBot.Settings;

/// <summary>Typed reading of single settings; a wrong value becomes a sentence in the list of problems and the default stands in.</summary>
internal sealed class SettingValues(IConfiguration configuration, List<string> problems)
{
    public string? Text(string key) => configuration[key] is { Length: > 0 } value ? value.Trim() : null;

    public bool HasAny(string section) => configuration.GetSection(section).GetChildren().Any();

    public string? Url(string key)
    {
        var value = Text(key);
        if (value is not null && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            problems.Add($"{key} is “{value}”; it must be a whole address that begins with https:// or http://.");
        }

        return value?.TrimEnd('/');
    }

    public IReadOnlyList<string> List(string key)
    {
        var children = configuration.GetSection(key).GetChildren().Select(c => c.Value).OfType<string>().ToList();
        return children.Count > 0 || Text(key) is not { } joined
            ? children
            : joined.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public int Number(string key, int otherwise, int least, int most)
    {
        var text = Text(key);
        if (text is null)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        problems.Add($"{key} is “{text}”; it must be a whole number from {least} to {most}.");
        return otherwise;
    }

    public bool Switch(string key, bool otherwise)
    {
        var text = Text(key);
        if (text is null)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        problems.Add($"{key} is “{text}”; allowed: true, false.");
        return otherwise;
    }

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        var text = Text(key);
        if (text is null)
        {
            return otherwise;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        problems.Add($"{key} is “{text}”; allowed: {string.Join(", ", Enum.GetNames<T>())}.");
        return otherwise;
    }
}
