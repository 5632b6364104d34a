using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OfficerBot.Jobs;

/// <summary>
/// An activity as it leaves: the stored message with the members of its chat's reference put before it, byte by byte. What the message says itself
/// (thread, person answered) stands.
/// </summary>
/// <param name="Body">The whole as UTF-8.</param>
/// <param name="ReplyTo">The message it answers, or null.</param>
/// <param name="Conversation">The conversation the message names itself, or null.</param>
internal readonly record struct ConnectorActivity(ReadOnlyMemory<byte> Body, string? ReplyTo, string? Conversation)
{
    /// <summary>Puts them together.</summary>
    /// <param name="rendered">A JSON object of our own writing, not empty.</param>
    /// <param name="id">The activity it takes the place of; null for a new one, which gets its id from the channel.</param>
    public static ConnectorActivity Of(string rendered, ConnectorReference reference, string? id = null)
    {
        var own = id is null ? [] : Encoding.UTF8.GetBytes($"\"id\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(id)}\",");
        var room = 1 + own.Length + reference.Fixed.Length + reference.Recipient.Length + reference.ConversationMember.Length;
        var bytes = new byte[room - 1 + Encoding.UTF8.GetByteCount(rendered)];
        Encoding.UTF8.GetBytes(rendered, bytes.AsSpan(room - 1)); // its brace is overwritten
        var head = Head(bytes.AsSpan(room - 1));
        var at = room;
        at = Before(bytes, at, head.HasConversation ? default : reference.ConversationMember.Span);
        at = Before(bytes, at, head.HasRecipient ? default : reference.Recipient.Span);
        at = Before(bytes, at, reference.Fixed.Span);
        at = Before(bytes, at, own);
        bytes[--at] = (byte)'{';
        return new(bytes.AsMemory(at), head.ReplyTo, head.Conversation);
    }

    private static int Before(byte[] bytes, int at, ReadOnlySpan<byte> members)
    {
        members.CopyTo(bytes.AsSpan(at - members.Length));
        return at - members.Length;
    }

    private static (string? ReplyTo, string? Conversation, bool HasConversation, bool HasRecipient) Head(ReadOnlySpan<byte> json)
    {
        string? replyTo = null, conversation = null;
        bool hasConversation = false, hasRecipient = false;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("replyToId"u8))
            {
                reader.Read();
                replyTo = reader.GetString();
            }
            else if (reader.ValueTextEquals("conversation"u8))
            {
                hasConversation = true;
                reader.Read();
                conversation = IdOf(ref reader);
            }
            else
            {
                hasRecipient |= reader.ValueTextEquals("recipient"u8);
                reader.Read();
                reader.Skip();
            }
        }

        return (replyTo, conversation, hasConversation, hasRecipient);
    }

    private static string? IdOf(ref Utf8JsonReader reader)
    {
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            id = isId ? reader.GetString() : id;
            reader.Skip();
        }

        return id;
    }
}
