using OfficerBot.Conversation.Content;

namespace OfficerBot.Conversation.Replies;

/// <summary>Name and values of something to be worded: a record, or a contract's samples.</summary>
internal abstract class ReplySource
{
    /// <summary>The reply's name.</summary>
    public abstract string Name { get; }

    /// <summary>A value.</summary>
    public abstract object? this[string value] { get; }

    /// <summary>The source behind a value that is a reply itself.</summary>
    public abstract ReplySource Inner(object reply);

    /// <summary>Picks one of several wordings, always the same for the same values.</summary>
    public abstract int Choose(int count);

    /// <summary>A record.</summary>
    public sealed class OfRecord(Reply reply) : ReplySource
    {
        private readonly ReplyShape _shape = ReplyShape.Of(reply);

        public override string Name => _shape.Name;

        public override object? this[string value] => _shape.Read(reply, value);

        public override ReplySource Inner(object inner) => new OfRecord((Reply)inner);

        public override int Choose(int count)
        {
            var hash = 2166136261u;
            foreach (var letter in ReplyValues.ToJson(reply))
            {
                hash = (hash ^ letter) * 16777619u;
            }

            return (int)(hash % (uint)count);
        }
    }

    /// <summary>The samples of a contract.</summary>
    public sealed class OfSamples(IReadOnlyDictionary<string, ReplyContract> contracts, string name, int choice) : ReplySource
    {
        public override string Name => name;

        public override object? this[string value] => contracts[name].Find(value)?.Sample;

        public override ReplySource Inner(object inner) => new OfSamples(contracts, (string)inner, 0);

        public override int Choose(int count) => choice % count;
    }
}
