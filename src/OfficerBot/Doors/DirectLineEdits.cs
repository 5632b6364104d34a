using System.Text.Json.Nodes;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>An edit or a deletion on the platform names an earlier activity of the same sender; its place in the log is kept.</summary>
internal static class DirectLineEdits
{
    /// <summary>Changes the activity that is meant; null when the post is no edit, or of nothing that its sender wrote.</summary>
    public static DirectLineEdit? Apply(WriteSession session, IncomingPost post, DirectLineConversation conversation, TurnRunner turns)
    {
        var isEdit = post.Activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete;
        if (!isEdit || post.Activity.Id is not { } id || DirectLineWriter.SequenceOf(id) is not { } sequence
            || session.DirectLine.At(conversation.Id, sequence) is not { } stored)
        {
            return null;
        }

        var before = JsonNode.Parse(stored.Json)!.AsObject(); // we wrote it
        if ((string?)before["from"]?["id"] != post.User.Id)
        {
            return null;
        }

        before["text"] = post.Activity.Type == ActivityTypes.MessageDelete ? turns.Words(new MessageTakenBack(), Locales.Chinese) : post.Activity.Text;
        return new DirectLineEdit(id, session.DirectLine.Update(conversation.Id, sequence, before.ToJsonString()));
    }
}

/// <summary>The activity that was changed, and its version since.</summary>
internal sealed record DirectLineEdit(string Id, long Version);
