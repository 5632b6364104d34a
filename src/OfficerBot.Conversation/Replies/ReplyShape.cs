using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace OfficerBot.Conversation.Replies;

/// <summary>Name and values of one record type of reply, read through compiled getters.</summary>
public sealed class ReplyShape
{
    private static readonly ConcurrentDictionary<Type, ReplyShape> Known = new();
    private static readonly MethodInfo Compile = typeof(ReplyShape).GetMethod(nameof(Getter), BindingFlags.Static | BindingFlags.NonPublic)!; // Own member.
    private readonly FrozenDictionary<string, Func<Reply, object?>> _getters;

    private ReplyShape(Type type)
    {
        Name = Snake(type.Name);
        Properties = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)];
        Values = [.. Properties.Select(p => Snake(p.Name))];
        _getters = Properties.ToFrozenDictionary(
            p => Snake(p.Name), p => (Func<Reply, object?>)Compile.MakeGenericMethod(type, p.PropertyType).Invoke(null, [p])!); // Never null: see Getter.
    }

    /// <summary>The reply's name in the contracts: <c>LeadFiled</c> is <c>lead_filed</c>.</summary>
    public string Name { get; }

    /// <summary>Names of its values, in the order of the record.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The properties behind <see cref="Values"/>.</summary>
    internal IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>The shape of a reply.</summary>
    public static ReplyShape Of(Reply reply) => Of(reply.GetType());

    /// <summary>The shape of a concrete type of reply.</summary>
    public static ReplyShape Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    /// <summary>A value of a reply of this shape; throws when there is none of this name.</summary>
    public object? Read(Reply reply, string value) => _getters[value](reply);

    private static Func<Reply, object?> Getter<TReply, TValue>(PropertyInfo property)
        where TReply : Reply
    {
        var get = property.GetMethod!.CreateDelegate<Func<TReply, TValue>>(); // A record's property can be read.
        return reply => get((TReply)reply);
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
