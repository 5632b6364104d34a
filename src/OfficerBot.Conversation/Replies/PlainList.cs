using Humanizer.Localisation.CollectionFormatters;

namespace OfficerBot.Conversation.Replies;

/// <summary>A list in a sentence for Humanizer: <c>a, b and c</c>, without its Oxford comma.</summary>
/// <param name="between">Between the items.</param>
/// <param name="last">Before the last one.</param>
public sealed class PlainList(string between, string last) : ICollectionFormatter
{
    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection) => Join(collection.Select(i => $"{i}"), last);

    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection, Func<T, string> objectFormatter) => Join(collection.Select(objectFormatter), last);

    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection, Func<T, object> objectFormatter) => Join(collection.Select(i => $"{objectFormatter(i)}"), last);

    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection, string separator) => Join(collection.Select(i => $"{i}"), separator);

    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection, Func<T, string> objectFormatter, string separator) =>
        Join(collection.Select(objectFormatter), separator);

    /// <inheritdoc/>
    public string Humanize<T>(IEnumerable<T> collection, Func<T, object> objectFormatter, string separator) =>
        Join(collection.Select(i => $"{objectFormatter(i)}"), separator);

    private string Join(IEnumerable<string> items, string beforeLast)
    {
        var all = items.Where(i => i.Length > 0).ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(between, all[..^1]) + beforeLast + all[^1];
    }
}
