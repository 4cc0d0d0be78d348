using System.Collections.Immutable;

namespace PixverseHarness.Verification.Clients;

/// <summary>Every rule that requests of a client are held against.</summary>
public static class ClientRules
{
    /// <summary>The path is one of the API's.</summary>
    public static ClientRule KnownPath { get; } = new("known-path", "Ask only for paths that the API has.", "PV-ROUTE-008");

    /// <summary>The method fits the path.</summary>
    public static ClientRule Method { get; } = new("method", "Use the method of the operation.", "PV-ROUTE-010");

    /// <summary>No query is read by any operation.</summary>
    public static ClientRule NoQuery { get; } = new("no-query", "Send parameters in the body: no operation reads a query.", "PV-ROUTE-002");

    /// <summary>A read has no body.</summary>
    public static ClientRule NoBody { get; } = new("no-body", "Send no body with a read.", "PV-ROUTE-003");

    /// <summary>The key is there.</summary>
    public static ClientRule KeyMissing { get; } = new("key-missing", "Send the key in the header x-api-key.", "PV-AUTH-002");

    /// <summary>The key is the one that was given.</summary>
    public static ClientRule KeyValue { get; } = new("key-value", "Send the key of SEGMIND_API_KEY, once and as it is.", "PV-AUTH-004");

    /// <summary>The key is no bearer token.</summary>
    public static ClientRule Authorization { get; } = new("authorization", "Do not send an Authorization header: it is refused as a bad key.", "PV-AUTH-006");

    /// <summary>URLs end up in logs.</summary>
    public static ClientRule KeyInUrl { get; } = new("key-in-url", "Keep the key out of URLs.", "PV-AUTH-001");

    /// <summary>Bodies end up in logs, too.</summary>
    public static ClientRule KeyInBody { get; } = new("key-in-body", "Keep the key out of bodies.", "PV-AUTH-001");

    /// <summary>The key has one header.</summary>
    public static ClientRule KeyInHeader { get; } = new("key-in-header", "Keep the key out of every header but x-api-key.", "PV-AUTH-001");

    /// <summary>Videos lie on another host.</summary>
    public static ClientRule KeyAtOutput { get; } = new("key-at-output", "Fetch the video without the key: its host is not the API's.", "PV-OUTPUT-002");

    /// <summary>A POST says what it carries.</summary>
    public static ClientRule ContentType { get; } = new("content-type", "Send application/json or multipart/form-data, and say so.", "PV-BODY-004");

    /// <summary>The body is a JSON object.</summary>
    public static ClientRule JsonBody { get; } = new("json-body", "Send a body that is a well-formed JSON object.", "PV-BODY-006");

    /// <summary>Required parameters are there.</summary>
    public static ClientRule MissingParameter { get; } = new("missing-parameter", "Send every required parameter.", "PV-PARAM-001");

    /// <summary>Parameters have their types.</summary>
    public static ClientRule ParameterType { get; } = new("parameter-type", "Send each parameter in its type.", "PV-PARAM-004");

    /// <summary>Values are allowed ones.</summary>
    public static ClientRule ParameterValue { get; } = new("parameter-value", "Send values that are allowed.", "PV-PARAM-013");

    /// <summary>The parameters fit each other.</summary>
    public static ClientRule ParameterRules { get; } = new("parameter-rules", "Send combinations that go together (R1 to R3).", "PV-RULE-001");

    /// <summary>Members are known.</summary>
    public static ClientRule UnknownMember { get; } = new("unknown-member", "Send only parameters of this model: others are passed over or refused.", "PV-BODY-009");

    /// <summary>Members stand once.</summary>
    public static ClientRule DuplicateMember { get; } = new("duplicate-member", "Send each parameter once.", "PV-BODY-011");

    /// <summary>Ids come from answers.</summary>
    public static ClientRule GivenId { get; } = new("given-id", "Ask only for ids that a submit answered.", "PV-LOOKUP-001");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ClientRule> All { get; } =
    [
        KnownPath, Method, NoQuery, NoBody,
        KeyMissing, KeyValue, Authorization, KeyInUrl, KeyInBody, KeyInHeader, KeyAtOutput,
        ContentType, JsonBody, MissingParameter, ParameterType, ParameterValue, ParameterRules, UnknownMember, DuplicateMember,
        GivenId,
    ];
}
