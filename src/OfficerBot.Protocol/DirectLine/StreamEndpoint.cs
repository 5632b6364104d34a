using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>The WebSocket over which a conversation is received.</summary>
internal sealed class StreamEndpoint(
    DirectLineHub hub, IConversationLog log, DirectLineSettings settings, TimeProvider machineTime, IHostApplicationLifetime life, DirectLineMeter meter)
{
    // Of its own, however often is pinged: a busy machine may take longer than one interval to answer.
    private static readonly TimeSpan TimeToAnswerAPing = TimeSpan.FromSeconds(20);

    /// <summary>Bounds a page that opens windows without end; the next one that closes makes room.</summary>
    private static readonly TimeSpan RetryFullRoom = TimeSpan.FromSeconds(10);

    /// <summary>Opens the socket for the holder of a stream token, and returns when it has closed.</summary>
    public async Task<IResult> ServeAsync(HttpContext context, DirectLineGate gate)
    {
        var conversationId = (string)context.Request.RouteValues["conversationId"]!; // part of the pattern
        var (token, refused) = await gate.ReadStreamTokenAsync(context.Request);
        if (token is null)
        {
            return refused!; // one of the two is set
        }

        if (token.ConversationId != conversationId)
        {
            return gate.OtherConversation();
        }

        if (await log.FindAsync(conversationId, context.RequestAborted) is not { } conversation)
        {
            return Refusal.ConversationNotFound;
        }

        return context.WebSockets.IsWebSocketRequest
            ? await OpenAsync(context, token, Watermark.StartIn(conversation, Watermark.Read(context.Request)))
            : Refusal.BadArgument("This address is for WebSockets");
    }

    private async Task<IResult> OpenAsync(HttpContext context, DirectLineToken token, long position)
    {
        var viewer = new Viewer(token.ConversationId, token.User?.Id, PublicAddress.RootOf(context.Request, settings));
        using var session = new StreamSession(viewer, new StreamStart(position, token.Expires), log, settings, machineTime);
        if (!hub.TryJoin(session))
        {
            meter.Limited("socket");
            return Refusal.TooMany(RetryFullRoom);
        }

        meter.StreamOpened();
        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(Acceptance());
            if (await session.RunAsync(socket, life.ApplicationStopping) == StreamEnd.Cut)
            {
                meter.StreamCut();
            }
        }
        finally
        {
            hub.Leave(session);
            meter.StreamClosed();
        }

        return Results.Empty;
    }

    private WebSocketAcceptContext Acceptance() => new() { KeepAliveInterval = settings.KeepAlive, KeepAliveTimeout = TimeToAnswerAPing };
}
