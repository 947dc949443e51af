#!/usr/bin/env bash
# What 10,000 flags cost a whole `dotnet build` with a warm compiler server: generated from the packed packages, and the same
# text checked in. In turns, so that a busy minute hits both. Usage: whole-build.sh [flags] [rounds]
set -euo pipefail
flags=${1:-10000} rounds=${2:-4}
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export UseSharedCompilation=true NUGET_PACKAGES="$work/packages"

for package in Slowroll Slowroll.Generators; do
  NUGET_PACKAGES= dotnet pack "$repository/src/$package" -c Release -o "$work/feed" >/dev/null
done

project() { # folder, items
  mkdir -p "$work/$1"
  cat >"$work/$1/app.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <Nullable>enable</Nullable>
    <CompilerGeneratedFilesOutputPath>text</CompilerGeneratedFilesOutputPath>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup><Compile Include="Program.cs" />$2</ItemGroup>
</Project>
EOF
  echo '<configuration><packageSources><add key="feed" value="../feed" /></packageSources></configuration>' >"$work/$1/nuget.config"
  echo 'System.Console.WriteLine(app.Flags.App.FlagNumber1("host"));' >"$work/$1/Program.cs"
}

build() { # folder, what else
  rm -rf "$work/$1/bin" "$work/$1/obj/Debug"
  (cd "$work/$1" && dotnet build "${@:2}" | sed -n 's/^Time Elapsed 00:00:/  /p')
}

project generated '<PackageReference Include="Slowroll.Generators" Version="*" /><SlowrollSchema Include="app.schema.json" />'
{
  echo '{ "properties": {'
  for ((flag = 0; flag < flags; flag++)); do
    if ((flag % 100 == 0)); then
      ((flag == 0)) || echo '} },'
      echo "\"section_$((flag / 100))\": { \"properties\": {"
    fi
    ((flag % 100 == 0)) || echo ','
    echo "\"flag_number_$flag\": { \"\$ref\": \"slowroll.schema.json#/\$defs/boolean\", \"description\": \"What flag number $flag is for.\" }"
  done
  echo '} } } }'
} >"$work/generated/app.schema.json"
build generated -p:EmitCompilerGeneratedFiles=true >/dev/null

project checked-in '<PackageReference Include="Slowroll" Version="*" /><Compile Include="text/**/*.cs" />'
mv "$work/generated/text" "$work/checked-in/text"

for ((round = 0; round < rounds; round++)); do
  for folder in generated checked-in; do
    echo "$folder: $(build $folder) s"
  done
done
