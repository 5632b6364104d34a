using System.Reflection;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>Compares the reply records of the program with the contracts, both ways: a renamed value breaks this, not a conversation.</summary>
public static class RecordCheck
{
    /// <summary>What differs between all concrete records of this assembly and the contracts of a book.</summary>
    public static IReadOnlyList<Problem> Compare(ReplyBook book) => Compare(book, typeof(Reply).Assembly.GetTypes().Where(IsReply));

    /// <summary>What differs between these records and the contracts of a book.</summary>
    public static IReadOnlyList<Problem> Compare(ReplyBook book, IEnumerable<Type> records)
    {
        var shapes = records.Select(ReplyShape.Of).ToList();
        var contracts = book.Contracts.SelectMany(c => c.Replies).ToList();
        var problems = shapes.SelectMany(s => Compare(s, book.FindReply(s.Name), contracts)).ToList();
        var known = shapes.Select(s => s.Name).ToHashSet();
        problems.AddRange(contracts.Where(c => !known.Contains(c.Name)).Select(c => c.Place.Wrong($"No record says \"{c.Name}\".", Nearest.To(c.Name, known))));
        return problems;
    }

    private static bool IsReply(Type type) => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(Reply));

    private static IEnumerable<Problem> Compare(ReplyShape shape, ReplyContract? contract, List<ReplyContract> all)
    {
        if (contract is null)
        {
            return [new("contract.yaml", 0, $"No contract has the reply \"{shape.Name}\", which the program says.", Nearest.To(shape.Name, all.Select(c => c.Name)))];
        }

        var types = shape.Values.Zip(shape.Properties).ToDictionary(v => v.First, v => v.Second);
        var missing = contract.Values.Where(v => !types.ContainsKey(v.Name))
            .Select(v => v.Place.Wrong($"The record of \"{shape.Name}\" has no value \"{v.Name}\".", Nearest.To(v.Name, shape.Values)));
        var unknown = shape.Values.Where(v => contract.Find(v) is null)
            .Select(v => contract.Place.Wrong($"The record of \"{shape.Name}\" has a value \"{v}\" that its contract lacks."));
        var mistyped = contract.Values.Where(v => types.TryGetValue(v.Name, out var property) && !Fits(property, v.Kind))
            .Select(v => v.Place.Wrong($"\"{v.Name}\" of \"{shape.Name}\" is {v.Kind} here and {types[v.Name].PropertyType.Name} in the record."));
        return [.. missing, .. unknown, .. mistyped];
    }

    private static bool Fits(PropertyInfo property, ValueKind kind) =>
        kind == ValueKind.Reply ? property.PropertyType.IsAssignableTo(typeof(Reply)) : property.PropertyType == kind.ClrType();
}
