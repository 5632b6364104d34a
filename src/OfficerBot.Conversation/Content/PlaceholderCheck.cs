using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>Holds a wording's placeholders against the reply's contract.</summary>
internal static class PlaceholderCheck
{
    private static readonly string[] DateForms = ["short", "full", "weekday"];
    private static readonly string[] MomentForms = [.. DateForms, "time"];
    private static readonly string[] SpanForms = ["ago", "later"];
    private static readonly string[] ManyForms = ["inline", "lines"];

    /// <summary>Notes values the contract does not have, and forms their types do not have.</summary>
    public static void Run(Template template, ReplyContract reply, ContentNode place, ICollection<Problem> problems)
    {
        foreach (var part in template.Values)
        {
            var value = reply.Find(part.Text);
            if (value is null)
            {
                problems.Add(place.Wrong($"\"{reply.Name}\" has no value {{{part.Text}}}.", Nearest.To(part.Text, reply.Values.Select(v => v.Name))));
            }
            else if (WrongForm(value.Kind, part) is { } allowed)
            {
                problems.Add(place.Wrong($"{{{part.Text}:{string.Join('|', part.Forms)}}} is a {value.Kind.ToString().ToLowerInvariant()}; {allowed}"));
            }
        }
    }

    private static string? WrongForm(ValueKind kind, Part part)
    {
        if (part.Forms.Count == 0)
        {
            return null;
        }

        return kind switch
        {
            ValueKind.Number => part.Forms.Count is 2 or 3 ? null : "after the colon stand its forms: one|many, or none|one|many.",
            ValueKind.Date => OneOf(DateForms, part),
            ValueKind.Moment => OneOf(MomentForms, part),
            ValueKind.Span => OneOf(SpanForms, part),
            _ when kind.IsMany() => OneOf(ManyForms, part),
            _ => "it has one form only, without a colon.",
        };
    }

    private static string? OneOf(string[] allowed, Part part) =>
        part.Forms is [var form] && allowed.Contains(form) ? null : $"its forms are {string.Join(", ", allowed)}.";
}
