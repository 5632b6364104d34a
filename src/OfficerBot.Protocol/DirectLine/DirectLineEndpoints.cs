using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Direct Line 3.0 on our own host, as botframework-directlinejs 0.15 and Web Chat 4.18 use it
/// (set the client's domain to ".../v3/directline", without a slash at the end).
/// </summary>
public static class DirectLineEndpoints
{
    public const string Base = "/v3/directline";

    /// <summary>Over HTTP/2 a browser opens a socket with CONNECT.</summary>
    private static readonly string[] StreamMethods = [HttpMethods.Get, HttpMethods.Connect];

    private const string InConversation = Base + "/conversations/{conversationId}";

    /// <summary>The host adds the seams: <see cref="IDirectLineDoor"/>, <see cref="IConversationLog"/>, <see cref="IAttachmentStore"/>, TimeProvider.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineSettings settings)
    {
        services.TryAddSingleton(settings);
        services.AddSingleton<DirectLineMeter>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineHub>();
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<RateGate>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<PostDesk>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<AttachmentEndpoint>();
        return services;
    }

    /// <summary>Plain request delegates, without reflection over handlers: the service should start fast.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var gate = services.GetRequiredService<DirectLineGate>();
        var token = services.GetRequiredService<TokenEndpoints>();
        var conversation = services.GetRequiredService<ConversationEndpoints>();
        var activities = services.GetRequiredService<ActivityEndpoints>();

        app.MapPost($"{Base}/tokens/generate", gate.ForCallers(token.GenerateAsync));
        app.MapPost($"{Base}/tokens/refresh", gate.ForCallers(token.RefreshAsync));
        app.MapPost($"{Base}/conversations", gate.ForCallers(conversation.StartAsync));
        app.MapGet(InConversation, gate.ForConversation(conversation.ReconnectAsync));
        app.MapGet($"{InConversation}/activities", gate.ForConversation(activities.ReadAsync));
        app.MapPost($"{InConversation}/activities", gate.ForConversation(activities.PostAsync));
        app.MapPost($"{InConversation}/upload", gate.ForConversation(services.GetRequiredService<UploadEndpoint>().PostAsync));
        app.MapMethods($"{InConversation}/stream", StreamMethods, Stream(app, gate, services.GetRequiredService<StreamEndpoint>()));
        app.MapGet(AttachmentAddress.Root + "{id}/{name?}", gate.ForAnybody(services.GetRequiredService<AttachmentEndpoint>().ReadAsync));
        app.Map($"{Base}/{{**rest}}", gate.ForAnybody(Elsewhere));
    }

    /// <summary>Brings its own socket support, so that the host need not know.</summary>
    private static RequestDelegate Stream(IEndpointRouteBuilder app, DirectLineGate gate, StreamEndpoint stream)
    {
        var pipeline = app.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(gate.ForAnybody(context => stream.ServeAsync(context, gate)));
        return pipeline.Build();
    }

    /// <summary>Preflights of any address, and everything not offered: session/getsessionid, the voice stream, wrong verbs.</summary>
    private static Task<IResult> Elsewhere(HttpContext context)
    {
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return Task.FromResult<IResult>(Refusal.NotFound);
        }

        OriginPolicy.AnswerPreflight(context);
        return Task.FromResult(Results.Empty);
    }
}
