using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Slowroll.Habits.Tests.Folders;

/// <summary>What the folders of one project need of each other, by its assembly.</summary>
internal sealed class ProjectUses
{
    private readonly PEReader _file;
    private readonly MetadataReader _types;
    private readonly TypeFiles _files;
    private readonly string _root;
    private readonly List<Use> _uses = [];

    private ProjectUses(PEReader file, MetadataReader symbols, string root)
    {
        _file = file;
        _types = file.GetMetadataReader();
        _files = new(_types, symbols);
        _root = root;
    }

    /// <summary>Every use of a type of one folder in another. A use of a public type of the project's root folder is
    /// none.</summary>
    /// <param name="assembly">The assembly, with its symbol file beside it.</param>
    /// <param name="root">The project's root folder, from <c>src</c>.</param>
    public static IReadOnlyList<Use> Read(string assembly, string root)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        using var symbols =
            MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var uses = new ProjectUses(file, symbols.GetMetadataReader(), root);
        foreach (var type in uses._types.TypeDefinitions)
            uses.AddType(type);
        return uses._uses;
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        var type = _types.GetTypeDefinition(handle);
        var folder = _files.FolderOf(handle);
        Add(folder, handle, "is a", type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
            Add(folder, handle, "is a", _types.GetInterfaceImplementation(implementation).Interface);
        foreach (var parameter in type.GetGenericParameters())
            AddConstraints(folder, handle, parameter);
        AddAttributes(folder, handle, type.GetCustomAttributes());

        foreach (var field in type.GetFields())
        {
            var definition = _types.GetFieldDefinition(field);
            Add(folder, handle, $"has the field {_types.GetString(definition.Name)} of",
                Named(types => definition.DecodeSignature(types, false)));
            AddAttributes(folder, handle, definition.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties())
            AddAttributes(folder, handle, _types.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (var method in type.GetMethods())
            AddMethod(handle, method);
    }

    private void AddMethod(TypeDefinitionHandle type, MethodDefinitionHandle handle)
    {
        var method = _types.GetMethodDefinition(handle);
        var folder = _files.FolderOf(handle);
        var does = $".{_types.GetString(method.Name)} uses";
        Add(folder, type, does, Named(types => method.DecodeSignature(types, false)));
        AddAttributes(folder, type, method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters())
            AddAttributes(folder, type, _types.GetParameter(parameter).GetCustomAttributes());
        foreach (var parameter in method.GetGenericParameters())
            AddConstraints(folder, type, parameter);
        if (method.RelativeVirtualAddress == 0)
            return;

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            Add(folder, type, does,
                Named(types => _types.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, false)));
        }

        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
            Add(folder, type, does, region.CatchType);
        foreach (var token in Instructions.Tokens(body.GetILReader()))
            Add(folder, type, does, token);
    }

    private void AddConstraints(string? folder, TypeDefinitionHandle user, GenericParameterHandle parameter)
    {
        foreach (var constraint in _types.GetGenericParameter(parameter).GetConstraints())
            Add(folder, user, "is constrained to", _types.GetGenericParameterConstraint(constraint).Type);
    }

    private void AddAttributes(string? folder, TypeDefinitionHandle user, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Add(folder, user, "is marked with", _types.GetCustomAttribute(attribute).Constructor);
    }

    private void Add(string? folder, TypeDefinitionHandle user, string does, EntityHandle token) =>
        Add(folder, user, does, TypesOf(token));

    private void Add(string? folder, TypeDefinitionHandle user, string does, IEnumerable<TypeDefinitionHandle> used)
    {
        foreach (var type in used)
        {
            if (folder is not null
                && _files.FolderOf(type) is { } other
                && other != folder
                && !(other == _root && IsPublic(type)))
            {
                _uses.Add(new(folder, other, $"{NameOf(user)}{(does[0] == '.' ? "" : " ")}{does} {NameOf(type)}"));
            }
        }
    }

    private IEnumerable<TypeDefinitionHandle> TypesOf(EntityHandle token) => token.Kind switch
    {
        _ when token.IsNil => [],
        HandleKind.TypeDefinition => [(TypeDefinitionHandle)token],
        HandleKind.TypeSpecification =>
            Named(types => _types.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(types, false)),
        HandleKind.FieldDefinition => [_types.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType()],
        HandleKind.MethodDefinition => [_types.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType()],
        HandleKind.MemberReference => TypesOf(_types.GetMemberReference((MemberReferenceHandle)token).Parent),
        HandleKind.MethodSpecification =>
            OfInstantiation(_types.GetMethodSpecification((MethodSpecificationHandle)token)),
        _ => [],
    };

    private IEnumerable<TypeDefinitionHandle> OfInstantiation(MethodSpecification method) =>
        TypesOf(method.Method).Concat(Named(types => method.DecodeSignature(types, false)));

    private static List<TypeDefinitionHandle> Named(Action<NamedTypes> decode)
    {
        var types = new NamedTypes();
        decode(types);
        return types.Found;
    }

    // A nested type is as public as those around it.
    private bool IsPublic(TypeDefinitionHandle handle)
    {
        var type = _types.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil
            ? (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
            : IsPublic(type.GetDeclaringType());
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _types.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil ? _types.GetString(type.Name) : NameOf(type.GetDeclaringType());
    }
}
