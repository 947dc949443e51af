namespace Slowroll.Sources;

/// <summary>A scheme of signed URLs: the query parameters of a signed URL, which are new in each one.</summary>
/// <remarks>They belong to the scheme only in a URL with a signature: <c>?sp=...</c> alone is another parameter with
/// the same name.</remarks>
/// <param name="Signature">The parameters that only a signed URL has; it has all of them.</param>
/// <param name="Fields">The other parameters of the scheme; one that ends with <c>*</c> means all that begin
/// so.</param>
/// <param name="Names">How the scheme compares names.</param>
internal sealed record UrlSignature(string[] Signature, string[] Fields, StringComparison Names)
{
    /// <summary>The schemes that are known.</summary>
    public static IReadOnlyList<UrlSignature> All { get; } =
    [
        // Shared access signatures of Azure Storage: of accounts, services and users.
        new(
            ["sig"],
            [
                "sv", "ss", "srt", "sr", "sp", "st", "se", "spr", "sip", "si", "ses", "sdd",
                "skoid", "sktid", "skt", "ske", "sks", "skv", "skdutid", "sduoid", "saoid", "suoid", "scid",
                "srh", "srq", "rscc", "rscd", "rsce", "rscl", "rsct",
            ],
            StringComparison.OrdinalIgnoreCase),

        // Amazon, version 4, and other servers with the protocol of S3.
        new(["X-Amz-Signature"], ["X-Amz-*"], StringComparison.OrdinalIgnoreCase),

        // Google Cloud Storage, version 4.
        new(["X-Goog-Signature"], ["X-Goog-*"], StringComparison.OrdinalIgnoreCase),

        // Amazon CloudFront.
        new(["Signature", "Key-Pair-Id"], ["Expires", "Policy", "Hash-Algorithm"], StringComparison.Ordinal),

        // Amazon S3 and Google Cloud Storage, version 2.
        new(["Signature", "AWSAccessKeyId"], ["Expires", "x-amz-security-token"], StringComparison.Ordinal),
        new(["Signature", "GoogleAccessId"], ["Expires"], StringComparison.Ordinal),
    ];

    /// <summary>Whether a URL whose query has these names is signed by this scheme.</summary>
    public bool IsIn(IReadOnlyCollection<string> names) =>
        Array.TrueForAll(Signature, part => names.Any(name => name.Equals(part, Names)));

    /// <summary>Whether a parameter is one of this scheme's.</summary>
    public bool Has(string name) =>
        Array.Exists(Signature, part => name.Equals(part, Names))
        || Array.Exists(
            Fields, field => field.EndsWith('*') ? name.StartsWith(field[..^1], Names) : name.Equals(field, Names));
}
