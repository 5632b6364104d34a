using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Connector;

/// <summary>The Connector REST API: every operation of a channel's service, one call each, without retries.</summary>
public sealed class ConnectorClient(ConnectorCall call)
{
    /// <summary>Answers a message.</summary>
    /// <param name="activity">The activity as JSON; so in all operations.</param>
    public Task<ConnectorAnswer> ReplyAsync(string? serviceUrl, string conversation, string replyTo, ReadOnlyMemory<byte> activity, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Post, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities", replyTo), activity, cancel);

    /// <summary>Sends a message that answers none.</summary>
    public Task<ConnectorAnswer> SendAsync(string? serviceUrl, string conversation, ReadOnlyMemory<byte> activity, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Post, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities"), activity, cancel);

    /// <summary>Puts another activity in the place of a sent one. 405 where the channel cannot.</summary>
    public Task<ConnectorAnswer> UpdateAsync(string? serviceUrl, string conversation, string id, ReadOnlyMemory<byte> activity, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Put, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities", id), activity, cancel);

    /// <summary>Takes a sent activity back.</summary>
    public Task<ConnectorAnswer> DeleteAsync(string? serviceUrl, string conversation, string id, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Delete, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities", id), null, cancel);

    /// <summary>Opens a conversation: with one person, or a new thread of a Teams channel.</summary>
    /// <param name="parameters">As JSON: <see cref="NewConversation"/>.</param>
    public Task<ConnectorAnswer> CreateConversationAsync(string? serviceUrl, ReadOnlyMemory<byte> parameters, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Post, ConnectorAddress.Of(serviceUrl, "conversations"), parameters, cancel);

    /// <summary>The conversations the bot is in; Direct Line and Web Chat only.</summary>
    public Task<ConnectorAnswer> ConversationsAsync(string? serviceUrl, string? continuation, CancellationToken cancel) =>
        GetAsync(ConnectorAddress.WithQuery(serviceUrl, continuation is null ? "" : $"?continuationToken={Uri.EscapeDataString(continuation)}", "conversations"), cancel);

    /// <summary>One member. For Teams also by AAD object id or user principal name.</summary>
    public Task<ConnectorAnswer> MemberAsync(string? serviceUrl, string conversation, string member, CancellationToken cancel) =>
        GetAsync(ConnectorAddress.Of(serviceUrl, "conversations", conversation, "members", member), cancel);

    /// <summary>A page of members; the answer's <c>continuationToken</c> leads to the next.</summary>
    /// <param name="pageSize">Teams takes 50 to 500.</param>
    public Task<ConnectorAnswer> PagedMembersAsync(string? serviceUrl, string conversation, int pageSize, string? continuation, CancellationToken cancel)
    {
        var query = $"?pageSize={pageSize}" + (continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}");
        return GetAsync(ConnectorAddress.WithQuery(serviceUrl, query, "conversations", conversation, "pagedmembers"), cancel);
    }

    /// <summary>All members at once; Teams allows five such questions a minute: ask for pages there.</summary>
    public Task<ConnectorAnswer> MembersAsync(string? serviceUrl, string conversation, CancellationToken cancel) =>
        GetAsync(ConnectorAddress.Of(serviceUrl, "conversations", conversation, "members"), cancel);

    /// <summary>Who sees an activity.</summary>
    public Task<ConnectorAnswer> ActivityMembersAsync(string? serviceUrl, string conversation, string id, CancellationToken cancel) =>
        GetAsync(ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities", id, "members"), cancel);

    /// <summary>Removes a member.</summary>
    public Task<ConnectorAnswer> RemoveMemberAsync(string? serviceUrl, string conversation, string member, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Delete, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "members", member), null, cancel);

    /// <summary>Gives a file into the channel's keeping; the answer's id leads to it.</summary>
    public Task<ConnectorAnswer> UploadAsync(string? serviceUrl, string conversation, AttachmentUpload file, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Post, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "attachments"), Bytes(file), cancel);

    /// <summary>What the channel knows of a file. Its bytes are fetched from <see cref="AttachmentViewAddress"/> by <see cref="AttachmentDownload"/>.</summary>
    public Task<ConnectorAnswer> AttachmentAsync(string? serviceUrl, string attachment, CancellationToken cancel) =>
        GetAsync(ConnectorAddress.Of(serviceUrl, "attachments", attachment), cancel);

    /// <summary>Where a file's bytes lie.</summary>
    /// <param name="view"><c>original</c> or <c>thumbnail</c>.</param>
    public static Uri? AttachmentViewAddress(string? serviceUrl, string attachment, string view = "original") =>
        ConnectorAddress.Of(serviceUrl, "attachments", attachment, "views", view);

    /// <summary>Puts earlier activities into a conversation.</summary>
    /// <param name="transcript">As JSON: <c>{"activities":[…]}</c>.</param>
    public Task<ConnectorAnswer> HistoryAsync(string? serviceUrl, string conversation, ReadOnlyMemory<byte> transcript, CancellationToken cancel) =>
        call.SendAsync(HttpMethod.Post, ConnectorAddress.Of(serviceUrl, "conversations", conversation, "activities", "history"), transcript, cancel);

    private Task<ConnectorAnswer> GetAsync(Uri? address, CancellationToken cancel) => call.SendAsync(HttpMethod.Get, address, null, cancel);

    private static byte[] Bytes(AttachmentUpload file) => JsonSerializer.SerializeToUtf8Bytes(file, ConnectorJsonContext.Default.AttachmentUpload);
}
